import { useFormContext, useWatch } from 'react-hook-form'
import { useTranslations } from 'next-intl'
import { DropCurtain } from './drop-curtain'
import { SmallExamples } from './examples'
import type { FormValues } from './form-values'
import { ClipSize } from './pictures/clip-size'
import { PictureSlot } from './pictures/picture-slot'
import type { StudioFacts } from './studio-facts'
import { useFieldError } from './use-field-error'
import { usePageDrop } from './use-page-drop'
import type { PictureTaking } from './use-picture'

const MEBIBYTE = 1024 * 1024

/** The picture, first and large: by click, drop or paste. */
export function PictureField(props: {
  picture: PictureTaking
  studio: StudioFacts
  onExample: (path: string, prompt: string) => void
}) {
  const t = useTranslations('picture')
  const { picture, studio } = props
  const { control, setValue } = useFormContext<FormValues>()
  const [image, resolution] = useWatch({ control, name: ['image', 'resolution'] })
  const fieldError = useFieldError('image')
  const isOver = usePageDrop({
    onFiles: picture.takeFiles,
    onAddress: (url) => void picture.take({ kind: 'address', url }),
  })
  return (
    <div>
      <PictureSlot
        id="image"
        label={t('label')}
        look="large"
        value={image}
        onChange={(chosen) => setValue('image', chosen, { shouldValidate: chosen !== null })}
        intake={picture}
        error={fieldError}
        hint={t('accepts', { max: Math.floor(studio.uploadMaxBytes / MEBIBYTE) })}
      >
        <ClipSize picture={image} resolution={resolution} />
      </PictureSlot>
      {!image && !picture.isUploading && <SmallExamples onExample={props.onExample} />}
      {isOver && <DropCurtain />}
    </div>
  )
}
