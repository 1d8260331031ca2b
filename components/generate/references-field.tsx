import { useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { useTranslations } from 'next-intl'
import { REFERENCES_MAX } from '@/lib/shared/limits'
import { FieldError } from '../ui/field-error'
import { DropCurtain } from './drop-curtain'
import type { FormPicture, FormReference, FormValues } from './form-values'
import { PictureSlot } from './pictures/picture-slot'
import { newReference } from './reference-names'
import { ReferenceRow } from './reference-row'
import type { StudioFacts } from './studio-facts'
import { useReportUpload } from './uploads'
import { useFieldError } from './use-field-error'
import { usePageDrop } from './use-page-drop'
import { usePicture } from './use-picture'
import { useChange } from './use-settings'

/** The page names no number; the maker takes three, and the same again is enough to try more. */
const MAX = { strict: REFERENCES_MAX, page: 2 * REFERENCES_MAX } as const

/** Pictures that the prompt calls by name. */
export function ReferencesField({ studio }: { studio: StudioFacts }) {
  const t = useTranslations('form')
  const { control, getValues } = useFormContext<FormValues>()
  const references = useWatch({ control, name: 'references' })
  const error = useFieldError('references')
  const change = useChange()
  const max = MAX[studio.rules]

  const room = Math.max(0, max - references.length)
  const hasRoom = room > 0
  /** Of the files that came last. */
  const [left, setLeft] = useState(0)

  const put = (picture: FormPicture) => {
    setLeft(0)
    // As it is now: another one may have come in meanwhile.
    const before = getValues('references')
    if (before.length >= max) return
    change({ references: [...before, newReference(picture, before)] })
  }
  const intake = usePicture({
    uploadMaxBytes: studio.uploadMaxBytes,
    onPicture: put,
    room,
    onMany: (rest) => setLeft(rest.length),
  })
  useReportUpload(intake.isUploading)
  const isOver = usePageDrop({
    onAddress: (url) => {
      if (hasRoom) void intake.take({ kind: 'address', url })
      else setLeft(1)
    },
    onFiles: intake.takeFiles,
  })
  const handleRow = (index: number, changes: Partial<FormReference> | null) => {
    const rows = getValues('references')
    const next = (row: FormReference) => (changes ? { ...row, ...changes } : [])
    change({ references: rows.flatMap((row, at) => (at === index ? next(row) : row)) })
  }
  return (
    <div role="group" aria-label={t('references')} aria-describedby="references-hint">
      <ul className="flex flex-col gap-3 empty:hidden">
        {references.map((reference, index) => (
          <ReferenceRow
            // A row is its place: names change while they are typed, and one picture may be used twice.
            key={index}
            index={index}
            reference={reference}
            studio={studio}
            onChange={(changes) => handleRow(index, changes)}
          />
        ))}
      </ul>
      {hasRoom && (
        <div className={references.length > 0 ? 'mt-3' : ''}>
          <PictureSlot
            id="references"
            label={t('addReference')}
            value={null}
            onChange={(picture) => picture && put(picture)}
            intake={intake}
            error={error}
            look={references.length > 0 ? 'small' : 'half'}
          />
        </div>
      )}
      {!hasRoom && <FieldError id="references-error">{intake.problem ?? error}</FieldError>}
      <p id="references-hint" className="mt-1.5 text-meta text-soft">
        {t('referencesHint', { max })}
      </p>
      <p role="status" className="text-meta text-soft empty:hidden">
        {!hasRoom && left > 0 && t('noRoom', { count: left, max })}
      </p>
      {isOver && <DropCurtain />}
    </div>
  )
}
