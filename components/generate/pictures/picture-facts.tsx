import { useTranslations } from 'next-intl'
import { PICTURE } from '@/lib/shared/limits'
import type { FormPicture } from '../form-values'

/** What became of the picture: its size, and the one it had before. */
export function PictureFacts({ picture }: { picture: FormPicture }) {
  const t = useTranslations()
  const { width, height, originalWidth, originalHeight } = picture
  const isChanged = width !== originalWidth || height !== originalHeight
  if (!isChanged)
    return <span className="tabular-nums">{t('picture.size', { width, height })}</span>
  const wasTooLarge = Math.max(originalWidth, originalHeight) > PICTURE.maxSide
  return (
    <span
      className="tabular-nums"
      title={wasTooLarge ? t('picture.scaledHint') : t('pictures.editedHint')}
    >
      {t('picture.scaled', { originalWidth, originalHeight, width, height })}
    </span>
  )
}
