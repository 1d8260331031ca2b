export const GALLERY_VIEWS = ['comfortable', 'compact', 'list'] as const
export type GalleryView = (typeof GALLERY_VIEWS)[number]
export const VIEW_COOKIE = 'gallery-view'

/** A cookie that means nothing is as good as none. */
export function readView(value: string | undefined): GalleryView {
  return GALLERY_VIEWS.find((view) => view === value) ?? 'comfortable'
}
