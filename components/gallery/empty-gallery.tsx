import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { buttonClass } from '../ui/button'
import { EmptyState } from '../ui/empty-state'

/** A studio without a clip: one sentence, one way on. */
export function EmptyGallery() {
  const t = useTranslations('gallery')
  return (
    <EmptyState
      title={t('empty')}
      picture={
        <img
          src="/examples/coffee.webp"
          alt=""
          width={600}
          height={400}
          className="mb-2 h-auto w-full rounded-card"
        />
      }
      action={
        <Link href="/" className={buttonClass('primary')}>
          {t('emptyAction')}
        </Link>
      }
    />
  )
}
