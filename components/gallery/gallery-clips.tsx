import type { ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import type { GalleryView } from '@/lib/client/gallery/gallery-view'
import { GalleryFailed } from './gallery-failed'
import { GalleryLoading } from './gallery-loading'
import { ClipGrid } from './grid/clip-grid'
import { FreshPill } from './grid/fresh-pill'
import { useGalleryShape } from './grid/use-gallery-shape'

/** The clips of one query: on their way, there, or what to do where there are none. */
export function GalleryClips(props: {
  search: string
  view: GalleryView
  /** Where there are none. */
  children: ReactNode
}) {
  const { search, view } = props
  const t = useTranslations('gallery')
  const { shape, isWhole, error, retry } = useGalleryShape(search)
  if (!shape) {
    return error ? <GalleryFailed error={error} onRetry={retry} /> : <GalleryLoading />
  }
  if (shape.total === 0) return props.children
  return (
    <>
      <h1 className="sr-only">{t('title')}</h1>
      <FreshPill search={search} youngest={shape.youngest} />
      <ClipGrid shape={shape} isWhole={isWhole} search={search} view={view} label={t('title')} />
    </>
  )
}
