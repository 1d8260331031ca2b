'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Theme } from '@/lib/client/preferences'
import { TEXT_BUTTON } from '../ui/text-button'
import { Checks } from './checks'
import { KeyPanel } from './key-panel'
import { NoticePanel } from './notice-panel'
import { Panel } from './panel'
import { PricePanel } from './price-panel'
import { RetentionPanel } from './retention-panel'
import { ThemeChoice } from './theme-choice'

/**
 * What the owner of the studio looks after: its key, its prices, how long clips stay, its notices, and whether all that it needs
 * is in order. On a phone also the theme.
 */
export function SettingsPage({ theme }: { theme: Theme }) {
  const t = useTranslations('studioSettings')
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-10 px-4 py-6 sm:px-6 sm:py-10">
      <h1 className="text-display font-semibold">{t('title')}</h1>
      <KeyPanel />
      <PricePanel />
      <RetentionPanel />
      <NoticePanel />
      <Checks />
      <div className="sm:hidden">
        <Panel title={t('appearance.title')}>
          <ThemeChoice initial={theme} />
        </Panel>
      </div>
      <p className="border-t border-line pt-4">
        <Link href="/keys" className={TEXT_BUTTON}>
          {t('keys')}
        </Link>
      </p>
    </div>
  )
}
