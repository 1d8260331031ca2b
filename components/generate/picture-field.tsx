import { useRef } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { useTranslations } from 'next-intl'
import { FieldError } from '../ui/field-error'
import type { StudioFacts } from './studio-facts'
import { DropCurtain } from './drop-curtain'
import { SmallExamples } from './examples'
import type { FormValues } from './form-values'
import { PictureFacts, ShownPicture } from './shown-picture'
import { useFieldError } from './use-field-error'
import { usePageDrop } from './use-page-drop'
import type { PictureTaking } from './use-picture'

const MEBIBYTE = 1024 * 1024
const ACCEPTED = 'image/jpeg,image/png,image/webp'

/** The picture, first and large: by click, drop or paste. */
export function PictureField(props: {
  picture: PictureTaking
  studio: StudioFacts
  onExample: (path: string, prompt: string) => void
}) {
  const t = useTranslations('picture')
  const { picture, studio } = props
  const { control, setValue } = useFormContext<FormValues>()
  const image = useWatch({ control, name: 'image' })
  const input = useRef<HTMLInputElement>(null)
  const isOver = usePageDrop(picture)
  const fieldError = useFieldError('image')
  const problem = picture.problem ?? fieldError
  const handleRemove = () => {
    setValue('image', null)
    picture.clear()
    input.current?.focus()
  }
  return (
    <div>
      <div className="relative">
        <input
          ref={input}
          id="image"
          name="image"
          type="file"
          accept={ACCEPTED}
          aria-label={t('label')}
          aria-describedby="image-hint image-error"
          aria-invalid={problem ? true : undefined}
          onChange={(event) => {
            if (event.target.files) picture.takeFiles(event.target.files)
            // The same file may be chosen again after it was removed.
            event.target.value = ''
          }}
          className="peer absolute inset-0 opacity-0"
        />
        <label
          htmlFor="image"
          className={`relative grid h-60 place-items-center overflow-hidden rounded-card sm:h-72 xl:h-64 peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent ${
            image || picture.preview
              ? 'bg-night'
              : 'border border-dashed border-line-strong bg-surface transition-colors hover:bg-raised'
          } ${problem ? 'outline-1 outline-failed' : ''}`}
        >
          <ShownPicture picture={picture} image={image} />
        </label>
      </div>
      <div id="image-hint" className="mt-1.5 flex min-h-7 items-center gap-4 text-meta text-soft">
        {image ? (
          <PictureFacts image={image} onRemove={handleRemove} />
        ) : (
          t('accepts', { max: Math.floor(studio.uploadMaxBytes / MEBIBYTE) })
        )}
      </div>
      <p role="status" className="sr-only">
        {picture.isUploading ? t('uploading') : image && t('ready')}
      </p>
      {picture.remark && <p className="text-meta text-soft">{picture.remark}</p>}
      <FieldError id="image-error">{problem}</FieldError>
      {!image && !picture.isUploading && <SmallExamples onExample={props.onExample} />}
      {isOver && <DropCurtain />}
    </div>
  )
}
