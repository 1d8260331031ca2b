import { drawLife, type Lives } from './lives'

/** Chooses the gap after a question; hears, when a life was seen to be over, between which two questions that was. */
export type Asker = {
  gapAfter: (ageMs: number) => number
  hear: (life: { fromMs: number; untilMs: number }) => void
}

/** Tasks that are under way at once: what the last of them will tell is not known yet. */
const AT_ONCE = 5

/** Questions a task and the mean delay until the end was seen, in milliseconds, from the first task on. */
export function play(options: {
  lives: Lives
  tasks: number
  random: () => number
  asker: Asker
}): {
  questions: number
  delayMs: number
} {
  const { lives, tasks, random, asker } = options
  const unheard: { fromMs: number; untilMs: number }[] = []
  let questions = 0
  let delayMs = 0
  for (let task = 0; task < tasks; task += 1) {
    const lifeMs = drawLife(lives, random)
    let [before, age] = [0, asker.gapAfter(0)]
    for (questions += 1; age < lifeMs; questions += 1)
      [before, age] = [age, age + asker.gapAfter(age)]
    delayMs += age - lifeMs
    unheard.push({ fromMs: before, untilMs: age })
    const heard = unheard.length > AT_ONCE ? unheard.shift() : undefined
    if (heard) asker.hear(heard)
  }
  return { questions: questions / tasks, delayMs: delayMs / tasks }
}

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296
  }
}
