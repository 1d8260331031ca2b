import { useRef } from 'react'
import { useFormContext } from 'react-hook-form'
import { useTranslations } from 'next-intl'
import { problemOf } from '@/lib/shared/field-problem'
import { Field } from '../ui/field'
import { FieldError } from '../ui/field-error'
import { TextBox } from '../ui/text-box'
import { TextButton } from '../ui/text-button'
import { FieldHint, hintId } from './field-hint'
import type { FormReference, FormValues } from './form-values'
import { renamedPrompt, suggestName, withMention } from './reference-names'
import { useFieldError } from './use-field-error'
import { useChange } from './use-settings'

/** A name that may be sent, and beside it a word of one's own that it may be made of. */
export function ReferenceNames(props: {
  index: number
  reference: FormReference
  onChange: (changes: Partial<FormReference>) => void
}) {
  const t = useTranslations('form')
  const { index, reference, onChange } = props
  const { getValues } = useFormContext<FormValues>()
  const change = useChange()
  const id = `references.${index}.refName` as const
  const error = useFieldError(id)
  /** As it was when its writing began. */
  const nameBefore = useRef('')
  const others = () => getValues('references').filter((_, at) => at !== index)
  // A word in the prompt follows its reference, once the new name is written to its end.
  const rename = (from: string, to: string) => {
    const prompt = renamedPrompt(getValues('prompt'), from, to)
    if (prompt !== getValues('prompt')) change({ prompt })
  }
  const handleLabel = (label: string) => {
    const isOwn = reference.refName !== suggestName(reference.label, others())
    const refName = isOwn ? reference.refName : suggestName(label, others())
    onChange({ label, refName })
    rename(reference.refName, refName)
  }
  return (
    <div className="grid grid-cols-2 gap-x-2">
      <Field
        id={id}
        label={t('refName')}
        aside={<FieldHint field="refName" name={t('refName')} control={id} />}
      >
        {(control) => (
          <TextBox
            {...control}
            aria-describedby={`${control['aria-describedby']} ${hintId(id)}`}
            aria-invalid={error ? true : undefined}
            name={id}
            title="refName"
            value={reference.refName}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            onFocus={() => (nameBefore.current = reference.refName)}
            onChange={(event) => onChange({ refName: event.target.value.trim() })}
            onBlur={() => rename(nameBefore.current, reference.refName)}
          />
        )}
      </Field>
      <Field id={`references.${index}.label`} label={t('label')}>
        {(control) => (
          <TextBox
            {...control}
            name={`references.${index}.label`}
            value={reference.label}
            autoComplete="off"
            placeholder={t('labelPlaceholder')}
            onChange={(event) => handleLabel(event.target.value)}
          />
        )}
      </Field>
      <div className="col-span-2">
        <FieldError id={`${id}-error`}>
          {error && <Complaint index={index} name={reference.refName} sentence={error} />}
        </FieldError>
      </div>
    </div>
  )
}

/** What is wrong with the name; where the prompt does not call it, with the click that puts it in. */
function Complaint(props: { index: number; name: string; sentence: string }) {
  const t = useTranslations('form')
  const { index, name, sentence } = props
  const { getValues, getFieldState, formState } = useFormContext<FormValues>()
  const change = useChange()
  const { error } = getFieldState(`references.${index}.refName`, formState)
  if (problemOf(error?.message)?.code !== 'ref_name_unused') return sentence
  return (
    <>
      {sentence}{' '}
      <TextButton
        className="underline"
        onClick={() => change({ prompt: withMention(getValues('prompt'), name) })}
      >
        {t('mention', { name })}
      </TextButton>
    </>
  )
}
