import { useEffect, useEffectEvent, useRef } from 'react'
import { useTranslations } from 'next-intl'
import { useForm, type UseFormReturn } from 'react-hook-form'
import { openDraftStore, type DraftStore } from '@/lib/client/draft-store'
import type { RuleSet } from '@/lib/shared/models/catalogue'
import { EMPTY_FORM, readDraftValues, type FormValues } from './form-values'
import { fillFrom } from './fill-from'
import { lateRules } from './late-rules'
import { takenFrom, type Origin } from './origin'

export type CreateForm = UseFormReturn<FormValues>

/** The form, kept as this tab's draft, which outlives reloads and crashes. A task to go on from comes before the draft. */
export function useCreateForm(
  rules: RuleSet,
  origin: Origin | null,
): { form: CreateForm; drafts: () => DraftStore } {
  const form: CreateForm = useForm({
    defaultValues: origin ? { ...EMPTY_FORM, ...takenFrom(origin) } : EMPTY_FORM,
    resolver: lateRules(rules),
    shouldFocusError: false,
  })
  const store = useRef<DraftStore>(null)
  const drafts = () => (store.current ??= openDraftStore())
  const t = useTranslations('goOn')
  const fill = useEffectEvent((from: Origin, opened: DraftStore) =>
    fillFrom({
      origin: from,
      form,
      drafts: opened,
      words: {
        replaced: t('replaced'),
        replacedSeed: (seed) => t('replacedSeed', { seed }),
        undone: t('undone'),
      },
    }),
  )

  useEffect(() => {
    const opened = (store.current ??= openDraftStore())
    const draft = origin ? null : readDraftValues(opened.values())
    if (draft) form.reset(draft, { keepDefaultValues: true })
    // The address has done its work: a reload must not take back what was changed since.
    if (origin) {
      window.history.replaceState(null, '', '/')
      fill(origin, opened)
    }
    const handleStorage = (event: StorageEvent) => opened.handleStorage(event)
    window.addEventListener('storage', handleStorage)
    const unsubscribe = form.subscribe({
      formState: { values: true },
      callback: ({ values, name }) => {
        opened.keep(values)
        // Whether a reference is called is the prompt's doing, and said beside the reference.
        if (name === 'prompt' && form.getFieldState('references').invalid) {
          void form.trigger('references')
        }
      },
    })
    return () => {
      window.removeEventListener('storage', handleStorage)
      unsubscribe()
    }
  }, [form, origin])

  return { form, drafts }
}
