import CircleAlert from 'lucide-react/icons/circle-alert'
import { useTranslations } from 'next-intl'
import { useErrorSentence } from '../shell/error-sentence'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'

/** What could not be loaded can be asked for again. */
export function GalleryFailed({ error, onRetry }: { error: Error | null; onRetry: () => void }) {
  const t = useTranslations('gallery')
  const trouble = useTranslations('trouble')
  const sentence = useErrorSentence()
  return (
    <EmptyState
      picture={<CircleAlert aria-hidden className="size-10 text-faint" strokeWidth={1.25} />}
      title={t('failed')}
      text={error ? sentence(error) : undefined}
      action={
        <Button look="primary" onClick={onRetry}>
          {trouble('retry')}
        </Button>
      }
    />
  )
}
