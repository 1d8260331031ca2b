import { useTranslations } from 'next-intl'

/** Over the whole page, while a picture is dragged across it. */
export function DropCurtain() {
  const t = useTranslations('picture')
  return (
    <div className="pointer-events-none fixed inset-0 z-40 grid animate-arrive place-items-center bg-curtain p-4">
      <p className="grid size-full place-items-center rounded-card border-2 border-dashed border-accent text-title font-semibold text-on-night">
        {t('dropAnywhere')}
      </p>
    </div>
  )
}
