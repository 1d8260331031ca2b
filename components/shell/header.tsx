import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Theme } from '@/lib/client/preferences'
import { Gear } from './gear'
import { LanguageSwitch } from './language-switch'
import { Mark } from './mark'
import { NavLink } from './nav-link'
import { QueueState } from './queue-state'
import { ThemeSwitch } from './theme-switch'

export function Header({ theme }: { theme: Theme }) {
  const t = useTranslations('shell')
  return (
    <header className="@container sticky top-0 z-30 border-b border-line bg-ground">
      {/* One line; two where the text is so large that one cannot hold it. */}
      <div className="flex min-h-12 items-center gap-1 px-2 @max-xs:flex-wrap pointer-coarse:min-h-13 sm:gap-2 sm:px-4">
        <Link
          href="/"
          aria-label={t('name')}
          className="flex h-9 items-center gap-2.5 rounded-card px-2 font-semibold pointer-coarse:h-11 pointer-coarse:min-w-11"
        >
          <Mark />
          <span className="hidden lg:inline">{t('name')}</span>
        </Link>
        <nav aria-label={t('navigation')} className="flex shrink-0 sm:ml-2">
          <NavLink href="/">{t('create')}</NavLink>
          <NavLink href="/gallery">{t('gallery')}</NavLink>
        </nav>
        <div className="ml-auto flex min-w-0 items-center gap-0.5 sm:gap-2">
          <QueueState />
          <LanguageSwitch />
          {/* A phone's line has no room for it beside a full queue: there it stands on the settings page. */}
          <span className="max-sm:hidden">
            <ThemeSwitch initial={theme} />
          </span>
          <NavLink href="/settings" title={t('settings')}>
            <Gear />
            <span className="sr-only">{t('settings')}</span>
          </NavLink>
        </div>
      </div>
    </header>
  )
}
