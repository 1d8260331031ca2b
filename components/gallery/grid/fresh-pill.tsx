import { useState } from 'react'
import ArrowUp from 'lucide-react/icons/arrow-up'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { galleryQueries } from '@/lib/client/gallery/gallery-queries'
import { renewFromTop } from '@/lib/client/gallery/renew-gallery'
import { useGalleryQuery } from '@/lib/client/gallery/use-gallery-query'
import { useShortcut } from '@/lib/client/shortcuts/use-shortcut'
import { galleryParams, type GalleryQuery } from '@/lib/shared/gallery/gallery-query'
import { addToast } from '@/lib/client/toasts'
import { useErrorSentence } from '../../shell/error-sentence'

/** What has come since: said, and shown when it is wanted. It never pushes away what somebody looks at. */
export function FreshPill({ search, youngest }: { search: string; youngest: string | null }) {
  const t = useTranslations('grid')
  const sentence = useErrorSentence()
  const client = useQueryClient()
  const { query, setQuery } = useGalleryQuery()
  const [isComing, setComing] = useState(false)
  // Live events ask (gallery-news.ts); here it is only shown.
  const fresh = useQuery({ ...galleryQueries.fresh(search, youngest ?? ''), enabled: false })
  const count = youngest === null ? 0 : (fresh.data?.count ?? 0)
  const handleClick = async () => {
    setComing(true)
    // In another order what has come may be anywhere.
    const newestFirst: GalleryQuery = { ...query, sort: 'newest' }
    try {
      await renewFromTop(client, galleryParams(newestFirst).toString())
      setQuery(newestFirst)
      window.scrollTo({ top: 0, behavior: 'instant' })
    } catch (error) {
      if (error instanceof Error) addToast({ text: sentence(error) })
    }
    setComing(false)
  }
  useShortcut('gallery.fresh', () => void handleClick(), { isActive: count > 0 && !isComing })
  return (
    <div role="status" className="pointer-events-none sticky top-16 z-20 flex h-0 justify-center">
      {count > 0 && (
        <button
          type="button"
          data-fresh={count}
          title={t('freshHint')}
          disabled={isComing}
          onClick={() => void handleClick()}
          className="pointer-events-auto mt-2 inline-flex h-9 shrink-0 animate-arrive items-center gap-1.5 rounded-full bg-lamp pr-4 pl-3 text-control font-medium text-on-lamp tabular-nums hover:bg-lamp-strong pointer-coarse:h-11"
        >
          <ArrowUp aria-hidden className="size-4" />
          {t('fresh', { count })}
        </button>
      )}
    </div>
  )
}
