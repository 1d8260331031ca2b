import { useTranslations } from 'next-intl'

/** An address of a clip that is not here, or not any more. */
export function NoClip() {
  const t = useTranslations('notFound')
  return (
    <div role="alert" className="grid gap-1 p-6 text-center text-on-night-soft">
      <p className="text-prompt font-medium text-on-night">{t('title')}</p>
      <p>{t('text')}</p>
    </div>
  )
}
