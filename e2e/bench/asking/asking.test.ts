import { describe, expect, it } from 'vitest'
import { doublingAsker, fixedAsker, studioAsker } from './askers'
import { drawLife, leastProduct, LIVES } from './lives'
import { play, seeded, type Asker } from './play'

const BAR = 1.3
const ratio = (name: string, asker: Asker, tasks = 300) => {
  const lives = LIVES.find((each) => each.name === name)
  if (!lives) throw new Error('no such lives')
  const { questions, delayMs } = play({ lives, tasks, random: seeded(11), asker })
  return (questions * delayMs) / leastProduct(lives)
}

describe('the least product', () => {
  it('is for σ 0.35 what was computed elsewhere: 0.57 of the best fixed interval', () => {
    const lives = LIVES[1]
    if (!lives) throw new Error('no such lives')
    const meanMs = 100_000 * Math.exp(0.35 ** 2 / 2)
    expect(leastProduct(lives) / (meanMs / 2)).toBeCloseTo(0.57, 2)
  })

  it.each(LIVES)('is below what $what makes of any fixed interval', ({ name }) => {
    for (const every of [1000, 3000, 6000, 12_000])
      expect(ratio(name, fixedAsker(every))).toBeGreaterThan(1.15)
  })
})

it('misses the bar where nothing is learnt, and far where waits double', () => {
  expect(ratio('sigma-0.2', fixedAsker(6000))).toBeGreaterThan(BAR)
  expect(ratio('sigma-0.35', fixedAsker(6000))).toBeGreaterThan(BAR)
  expect(ratio('sigma-0.35', doublingAsker(2000))).toBeGreaterThan(2 * BAR)
})

it.each(LIVES)('the studio learns to reach it: $what', ({ name }) => {
  expect(ratio(name, studioAsker())).toBeLessThan(BAR)
})

it('draws lives as they are said to be', () => {
  const lives = LIVES[3]
  if (!lives) throw new Error('no such lives')
  const random = seeded(5)
  const drawn = Array.from({ length: 4000 }, () => drawLife(lives, random))
  const early = drawn.filter((ms) => ms < 100_000).length / drawn.length
  expect(early).toBeCloseTo(0.6, 1)
})
