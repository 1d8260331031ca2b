'use client'

import CircleAlert from 'lucide-react/icons/circle-alert'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button, buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

// What went wrong is in the studio's log; here is only the way on.
export default function ErrorPage({ retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations('crash')
  const titles = useTranslations('titles')
  return (
    <>
      {/* What failed has no title of its own. */}
      <title>{titles('page', { title: t('title') })}</title>
      <EmptyState
        picture={<CircleAlert aria-hidden className="size-10 text-faint" strokeWidth={1.25} />}
        title={t('title')}
        text={t('text')}
        action={
          <div className="flex gap-2">
            <Button look="primary" onClick={() => retry()}>
              {t('retry')}
            </Button>
            <Link href="/" className={buttonClass('plain')}>
              {t('home')}
            </Link>
          </div>
        }
      />
    </>
  )
}
