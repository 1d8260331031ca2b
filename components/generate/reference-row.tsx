import { useTranslations } from 'next-intl'
import { ChoiceGroup } from '../ui/choice-group'
import { TextButton } from '../ui/text-button'
import { FieldHint, hintId } from './field-hint'
import { REFERENCE_TYPES, type FormReference } from './form-values'
import { PictureSlot } from './pictures/picture-slot'
import { ReferenceNames } from './reference-names-field'
import type { StudioFacts } from './studio-facts'
import { useReportUpload } from './uploads'
import { useFieldError } from './use-field-error'
import { usePicture } from './use-picture'

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
        <ReferenceNames {...props} />
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
