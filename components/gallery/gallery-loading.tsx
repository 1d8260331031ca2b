import { useTranslations } from 'next-intl'
import { Skeleton } from '../ui/skeleton'
import { ratioStyle } from './clip-rows'

/** As pictures usually come. */
const RATIOS = [1.5, 0.75, 1.78, 1, 1.5, 1.33, 0.67, 1.5, 1.78, 1.25, 0.8, 1.5]

/** The true shape of what comes: rows of pictures. */
export function GalleryLoading() {
  const t = useTranslations('gallery')
  return (
    <div className="p-1">
      <h1 className="sr-only">{t('title')}</h1>
      <p role="status" className="sr-only">
        {t('loading')}
      </p>
      <SkeletonRows />
    </div>
  )
}

export function SkeletonRows() {
  return (
    <ul aria-hidden className="clip-rows">
      {RATIOS.map((ratio, index) => (
        <li key={index} style={ratioStyle(ratio)}>
          <Skeleton className="size-full" />
        </li>
      ))}
    </ul>
  )
}
