import ImagePlus from 'lucide-react/icons/image-plus'
import { useTranslations } from 'next-intl'
import { TEXT_BUTTON, TextButton } from '../ui/text-button'
import type { FormPicture } from './form-values'
import type { PictureTaking } from './use-picture'

/** The picture in its true ratio, or the invitation to bring one. */
export function ShownPicture({
  picture,
  image,
}: {
  picture: PictureTaking
  image: FormPicture | null
}) {
  const t = useTranslations('picture')
  const url = picture.preview ?? image?.url
  if (!url) {
    return (
      <span className="flex flex-col items-center gap-1 p-4 text-center">
        <ImagePlus aria-hidden className="mb-1.5 size-8 text-faint" strokeWidth={1.5} />
        <span className="text-prompt font-medium">
          <span className="pointer-coarse:hidden">{t('drop')}</span>
          <span className="hidden pointer-coarse:inline">{t('tap')}</span>
        </span>
        <span className="text-soft pointer-coarse:hidden">
          {t.rich('choose', {
            u: (chunks) => <span className="underline underline-offset-2">{chunks}</span>,
          })}
        </span>
      </span>
    )
  }
  return (
    <>
      <img
        src={url}
        alt=""
        className="absolute inset-0 size-full scale-110 object-cover opacity-30 blur-2xl"
      />
      <img
        src={url}
        alt={picture.preview ? t('uploading') : t('alt')}
        className={`absolute inset-0 size-full object-contain ${picture.isUploading ? 'animate-breathe' : ''}`}
      />
    </>
  )
}

/** What became of the picture, and what can be done with it. */
export function PictureFacts({ image, onRemove }: { image: FormPicture; onRemove: () => void }) {
  const t = useTranslations('picture')
  const { width, height, originalWidth, originalHeight } = image
  const isScaled = width !== originalWidth || height !== originalHeight
  return (
    <>
      <span className="flex-1 tabular-nums" title={isScaled ? t('scaledHint') : undefined}>
        {isScaled
          ? t('scaled', { originalWidth, originalHeight, width, height })
          : t('size', { width, height })}
      </span>
      <label htmlFor="image" className={TEXT_BUTTON}>
        {t('replace')}
      </label>
      <TextButton onClick={onRemove}>{t('remove')}</TextButton>
    </>
  )
}
