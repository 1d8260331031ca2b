import type { Metadata } from 'next'
import Film from 'lucide-react/icons/film'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('titles')
  return { title: t('notFound') }
}

export default async function NotFound() {
  const t = await getTranslations('notFound')
  return (
    <EmptyState
      picture={<Film aria-hidden className="size-10 text-faint" strokeWidth={1.25} />}
      title={t('title')}
      text={t('text')}
      action={
        <Link href="/gallery" className={buttonClass('primary')}>
          {t('action')}
        </Link>
      }
    />
  )
}
