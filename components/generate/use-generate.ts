import { useEffect, useRef, useState, type FormEvent, type RefObject } from 'react'
import { useTranslations } from 'next-intl'
import { ApiError } from '@/lib/client/api'
import type { DraftStore } from '@/lib/client/draft-store'
import { useShortcut } from '@/lib/client/shortcuts/use-shortcut'
import type { RuleSet } from '@/lib/shared/models/catalogue'
import { useCreateTask } from '@/lib/client/task-mutations'
import { useErrorSentence } from '../shell/error-sentence'
import { focusFirstBadField } from './focus-field'
import { formPath, toBody } from './form-body'
import { errorPaths, isFormPath } from './form-paths'
import type { CreateForm } from './use-create-form'

/** Milliseconds in which the second click of a double click may still come: a local answer is faster than a finger. */
const REST_AFTER_START_MS = 1_000

export type Generating = ReturnType<typeof useGenerate>

/** Sends the form: once, however it is pressed. */
export function useGenerate(options: {
  form: CreateForm
  drafts: () => DraftStore
  element: RefObject<HTMLFormElement | null>
  /** The picture is still on its way: what is on the screen is not what would be sent. */
  isBlocked: boolean
  rules: RuleSet
}) {
  const { form, drafts, element, isBlocked, rules } = options
  const t = useTranslations()
  const sentence = useErrorSentence()
  const create = useCreateTask()
  const [phase, setPhase] = useState<'idle' | 'sending' | 'started'>('idle')
  /** `fields`: said by the fields themselves, and gone with the last of their marks. */
  const [trouble, setTrouble] = useState<'fields' | { said: string } | null>(null)
  const isBusy = useRef(false)

  const send = async (): Promise<boolean> => {
    const values = form.getValues()
    const body = toBody(values, rules)
    const key = drafts().keyFor(body)
    setPhase('sending')
    try {
      await create.mutateAsync({ body, key })
      drafts().forgetKey()
      // A seed that is not locked was for this one.
      if (!values.isSeedLocked) form.setValue('seed', '')
      setPhase('started')
      selectPrompt(element.current)
      return true
    } catch (error) {
      setPhase('idle')
      explain(error)
      return false
    }
  }

  const explain = (error: unknown) => {
    if (!(error instanceof ApiError)) return setTrouble({ said: t('trouble.noAnswerToPost') })
    // The key belongs to another body: it will never be taken again.
    if (error.code === 'idempotency_mismatch') drafts().forgetKey()
    // It was taken out of the trash meanwhile: the clip can still be made, as one that stands alone.
    const isParentGone = error.fields.some(({ path }) => path.startsWith('parent'))
    if (isParentGone) form.setValue('parent', null)
    setTrouble({ said: isParentGone ? t('goOn.parentGone') : sentence(error) })
    for (const { path, message } of error.fields) {
      const field = formPath(path)
      if (isFormPath(field)) form.setError(field, { type: 'server', message })
    }
    focusFirstBadField(
      element.current,
      error.fields.map(({ path }) => formPath(path)),
    )
  }

  const submit = async () => {
    if (isBusy.current || isBlocked) return
    isBusy.current = true
    setTrouble(null)
    let hasStarted = false
    await form.handleSubmit(
      async () => {
        hasStarted = await send()
      },
      (errors) => {
        setTrouble('fields')
        focusFirstBadField(element.current, errorPaths(errors))
      },
    )()
    if (!hasStarted) isBusy.current = false
  }

  // The guard stays up for a moment after a start, and the button shows it.
  useEffect(() => {
    if (phase !== 'started') return
    const timer = setTimeout(() => {
      isBusy.current = false
      setPhase('idle')
    }, REST_AFTER_START_MS)
    return () => clearTimeout(timer)
  }, [phase])

  useShortcut('create.generate', () => void submit())

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    void submit()
  }
  const badFields = errorPaths(form.formState.errors).length
  const marks = badFields > 0 ? t('generate.checkFields', { count: badFields }) : null
  return {
    handleSubmit,
    phase,
    trouble: trouble === 'fields' ? marks : (trouble?.said ?? null),
    isAccepted: create.isSuccess && trouble === null,
  }
}

/** Ready for the next thought: type over it, or press again. Not on touch, where the keyboard would jump up. */
function selectPrompt(form: HTMLFormElement | null): void {
  const prompt = form?.querySelector<HTMLTextAreaElement>('[name=prompt]')
  if (!prompt || window.matchMedia?.('(pointer: coarse)').matches) return
  prompt.focus({ preventScroll: true })
  prompt.select()
}
