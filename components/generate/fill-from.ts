import type { UseFormReturn } from 'react-hook-form'
import { addToast } from '@/lib/client/toasts'
import type { DraftStore } from '@/lib/client/draft-store'
import { EMPTY_FORM, readDraftValues, type FormValues } from './form-values'
import { takenFrom, type Origin } from './origin'
import { randomSeed } from './random-seed'

type Words = { replaced: string; replacedSeed: (seed: string) => string; undone: string }

/**
 * Fills the form with what is taken from a task, over this tab's draft. The draft can be taken back: nothing that was written is
 * lost by looking at what another clip was made with.
 */
export function fillFrom(options: {
  origin: Origin
  form: UseFormReturn<FormValues>
  drafts: DraftStore
  words: Words
}): void {
  const { origin, form, drafts, words } = options
  const draft = readDraftValues(drafts.values())
  const seed = origin.way === 'seed' ? { seed: randomSeed() } : {}
  const values: FormValues = { ...(draft ?? EMPTY_FORM), ...takenFrom(origin), ...seed }
  form.reset(values, { keepDefaultValues: true })
  drafts.keep(values)
  const text = seed.seed ? words.replacedSeed(seed.seed) : words.replaced
  if (draft && isWorthKeeping(draft, values)) {
    addToast({
      text,
      undo: () => {
        form.reset(draft, { keepDefaultValues: true })
        drafts.keep(draft)
        addToast({ text: words.undone })
      },
    })
  } else if (seed.seed) addToast({ text })
}

/** An untouched form, or what is there again, is no loss. */
function isWorthKeeping(draft: FormValues, now: FormValues): boolean {
  const text = JSON.stringify(draft)
  return text !== JSON.stringify(EMPTY_FORM) && text !== JSON.stringify(now)
}
