import { useRef, useState, type DragEvent, type ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { useHasTouch, usePicturesTaken } from '@/lib/client/browser-facts'
import { FieldError } from '../../ui/field-error'
import type { FormPicture } from '../form-values'
import { ShownPicture } from '../shown-picture'
import type { PictureTaking } from '../use-picture'
import { carriesPicture, readDrop } from './read-drop'
import { SlotActions, SlotMenu } from './slot-actions'
import { UploadProgress } from './upload-progress'
import { useSlotDialogs } from './use-slot-dialogs'
import { useSlotItems } from './use-slot-items'

const HEIGHTS = { large: 'h-60 sm:h-72 xl:h-64', half: 'h-36 sm:h-40', small: 'h-28' }

/**
 * A place for one picture: by click, drop, camera, link, or from those that are there; then edited, replaced, removed. While one
 * is on its way, the one before stays. `children`: what is said beside its size.
 */
export function PictureSlot(props: {
  id: string
  label: string
  value: FormPicture | null
  onChange: (picture: FormPicture | null) => void
  intake: PictureTaking
  error?: string
  look: 'large' | 'half' | 'small'
  hint?: ReactNode
  children?: ReactNode
}) {
  const { id, label, value, onChange, intake, look, hint, children } = props
  const t = useTranslations()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const accept = usePicturesTaken()
  const dialogs = useSlotDialogs({
    picture: value,
    intake,
    onPick: (picture) => {
      intake.clear()
      onChange(picture)
    },
  })
  const camera = useRef<HTMLInputElement>(null)
  const hasTouch = useHasTouch()
  const items = useSlotItems({
    onChooseFile: () => input.current?.click(),
    onPhotograph: hasTouch ? () => camera.current?.click() : null,
    onOpen: dialogs.open,
    onRemove: () => {
      intake.clear()
      onChange(null)
      input.current?.focus()
    },
  })
  const problem = intake.problem ?? (dialogs.hasFailed ? t('pictures.notLoaded') : props.error)
  const handleFiles = (files: FileList | null) => {
    if (files) intake.takeFiles(files)
  }
  const handleDragOver = (event: DragEvent) => {
    if (carriesPicture(event.dataTransfer)) setOver(true)
  }
  const handleDrop = (event: DragEvent) => {
    setOver(false)
    const isTaken = readDrop(event.dataTransfer, {
      onFiles: intake.takeFiles,
      onAddress: (url) => void intake.take({ kind: 'address', url }),
    })
    // The page around it looks for this, and takes nothing twice.
    if (isTaken) event.preventDefault()
  }
  const isFilled = Boolean(value || intake.preview)
  return (
    <div className="min-w-0">
      <div
        className="relative"
        onDragOver={handleDragOver}
        onDragLeave={() => setOver(false)}
        onDrop={handleDrop}
      >
        <input
          ref={input}
          id={id}
          name={id}
          type="file"
          accept={accept}
          multiple={intake.takesMany}
          aria-label={label}
          aria-describedby={`${id}-hint ${id}-error`}
          aria-invalid={problem ? true : undefined}
          onChange={(event) => {
            handleFiles(event.target.files)
            // The same file may be chosen again after it was removed.
            event.target.value = ''
          }}
          className="peer absolute inset-0 size-full opacity-0"
        />
        <label
          htmlFor={id}
          className={`relative grid place-items-center overflow-hidden rounded-card peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent ${HEIGHTS[look]} ${
            isFilled
              ? 'bg-night'
              : 'border border-dashed border-line-strong bg-surface transition-colors hover:bg-raised'
          } ${isOver ? 'outline-2 outline-accent' : problem ? 'outline-1 outline-failed' : ''}`}
        >
          <ShownPicture intake={intake} picture={value} label={label} look={look} />
        </label>
        {hasTouch && (
          <input
            ref={camera}
            type="file"
            accept="image/*"
            capture="environment"
            hidden
            onChange={(event) => {
              handleFiles(event.target.files)
              event.target.value = ''
            }}
          />
        )}
        {intake.stage && <UploadProgress stage={intake.stage} onCancel={intake.cancel} />}
        {look !== 'large' && !intake.stage && (
          <SlotMenu label={label} isFilled={value !== null} items={items} />
        )}
      </div>
      <div className="text-meta text-soft">
        <SlotActions id={`${id}-hint`} look={look} picture={value} items={items} hint={hint}>
          {children}
        </SlotActions>
      </div>
      <p role="status" className="sr-only">
        {intake.isUploading ? t('picture.uploading') : value && t('picture.ready')}
      </p>
      {intake.remark && <p className="text-meta text-soft">{intake.remark}</p>}
      <FieldError id={`${id}-error`}>{problem}</FieldError>
      {dialogs.dialog}
    </div>
  )
}
