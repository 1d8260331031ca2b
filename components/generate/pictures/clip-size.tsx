import { useTranslations } from 'next-intl'
import { clipSize } from '@/lib/shared/clip-size'
import type { Size } from '@/lib/shared/picture-shape'

/** How large the clip of this picture will be, about. Nothing where it cannot be said. */
export function ClipSize(props: { picture: Size | null; resolution: string }) {
  const t = useTranslations('pictures')
  const size = props.picture && clipSize(props.picture, props.resolution)
  if (!size) return null
  return <span className="tabular-nums">{t('clipSize', size)}</span>
}
