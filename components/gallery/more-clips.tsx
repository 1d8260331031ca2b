import { useEffect, useRef } from 'react'
import { useTranslations } from 'next-intl'
import { Button } from '../ui/button'
import { ErrorText } from '../ui/error-text'

/** How far below the window the next page is asked for. */
const AHEAD = '800px'

/** Loads the next page as one comes near the end; the button is for those who come by keyboard, and for a second try. */
export function MoreClips(props: {
  hasMore: boolean
  isLoading: boolean
  error: Error | null
  onMore: () => void
}) {
  const t = useTranslations('gallery')
  const { hasMore, isLoading, error, onMore } = props
  const ref = useRef<HTMLDivElement>(null)
  // After a failure only a person tries again: by itself it would ask without end.
  const isWatching = hasMore && !isLoading && !error
  useEffect(() => {
    const place = ref.current
    if (!place || !isWatching) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) onMore()
      },
      { rootMargin: AHEAD },
    )
    observer.observe(place)
    return () => observer.disconnect()
  }, [isWatching, onMore])

  return (
    <div ref={ref} className="flex min-h-24 flex-col items-center justify-center gap-3 p-6">
      <ErrorText>{error && t('moreFailed')}</ErrorText>
      {hasMore ? (
        <Button disabled={isLoading} onClick={onMore}>
          {isLoading ? t('moreLoading') : t('more')}
        </Button>
      ) : (
        <p className="text-meta text-faint">{t('end')}</p>
      )}
    </div>
  )
}
