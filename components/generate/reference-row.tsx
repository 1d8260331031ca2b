import { useRef } from 'react'
import { useFormContext } from 'react-hook-form'
import { useTranslations } from 'next-intl'
import { problemOf } from '@/lib/shared/field-problem'
import { ChoiceGroup } from '../ui/choice-group'
import { Field } from '../ui/field'
import { FieldError } from '../ui/field-error'
import { TextBox } from '../ui/text-box'
import { TextButton } from '../ui/text-button'
import { FieldHint, hintId } from './field-hint'
import { REFERENCE_TYPES, type FormReference, type FormValues } from './form-values'
import { PictureSlot } from './picture-slot'
import { renamedPrompt, suggestName, withMention } from './reference-names'
import type { StudioFacts } from './studio-facts'
import { useReportUpload } from './uploads'
import { useFieldError } from './use-field-error'
import { usePicture } from './use-picture'
import { useChange } from './use-settings'

/** One reference: its picture, the name that the prompt calls it by, and what it is used as. */
export function ReferenceRow(props: {
  index: number
  reference: FormReference
  studio: StudioFacts
  /** What changes of it; null takes it away. */
  onChange: (changes: Partial<FormReference> | null) => void
}) {
  const t = useTranslations('form')
  const picture = useTranslations('picture')
  const { index, reference, onChange } = props
  const number = index + 1
  const intake = usePicture({
    uploadMaxBytes: props.studio.uploadMaxBytes,
    onPicture: (picture) => onChange({ picture }),
  })
  useReportUpload(intake.isUploading)
  return (
    <li
      aria-label={t('reference', { number })}
      className="grid grid-cols-[6rem_minmax(0,1fr)] gap-x-3 gap-y-2"
    >
      <div>
        <PictureSlot
          id={`references.${index}.picture`}
          label={t('referenceAlt', { number, name: reference.refName })}
          value={reference.picture}
          onChange={(picture) => onChange(picture && { picture })}
          intake={intake}
          error={useFieldError(`references.${index}.picture`)}
          look="small"
        />
        <TextButton
          aria-label={t('removeReference', { number })}
          onClick={() => onChange(null)}
          className="mt-1"
        >
          {picture('remove')}
        </TextButton>
      </div>
      <div className="flex min-w-0 flex-col gap-2">
        <Names {...props} />
        <ChoiceGroup
          name={`references.${index}.type`}
          legend={t('type')}
          title="type"
          aside={<FieldHint field="type" name={t('type')} control={`references.${index}.type`} />}
          noteId={hintId(`references.${index}.type`)}
          look="chips"
          value={reference.type}
          onChange={(value) => {
            const type = REFERENCE_TYPES.find((known) => known === value)
            if (type) onChange({ type })
          }}
          choices={REFERENCE_TYPES.map((type) => ({ value: type, content: t(`types.${type}`) }))}
        />
      </div>
    </li>
  )
}

/** A name that may be sent, and beside it a word of one's own that it may be made of. */
function Names({ index, reference, onChange }: Parameters<typeof ReferenceRow>[0]) {
  const t = useTranslations('form')
  const { getValues } = useFormContext<FormValues>()
  const change = useChange()
  const id = `references.${index}.refName` as const
  const error = useFieldError(id)
  const nameBefore = useRef(reference.refName)
  const others = () => getValues('references').filter((_, at) => at !== index)
  // A word in the prompt follows its reference, once the new name is written to its end.
  const rename = (to: string) => {
    const prompt = renamedPrompt(getValues('prompt'), nameBefore.current, to)
    nameBefore.current = to
    if (prompt !== getValues('prompt')) change({ prompt })
  }
  const handleLabel = (label: string) => {
    const isOwn = reference.refName !== suggestName(reference.label, others())
    const refName = isOwn ? reference.refName : suggestName(label, others())
    onChange({ label, refName })
    rename(refName)
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
            onBlur={() => rename(reference.refName)}
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
