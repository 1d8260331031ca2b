'use client'

import { useRef, useState } from 'react'
import KeyRound from 'lucide-react/icons/key-round'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { settingsQueries } from '@/lib/client/settings-queries'
import type { KeyOnWire } from '@/lib/shared/gateway-key'
import { LocalTime } from '../player/local-time'
import { Button } from '../ui/button'
import { KeyForm } from './key-form'
import { Panel } from './panel'
import { RemoveKey } from './remove-key'

type Doing = 'nothing' | 'replacing' | 'removing'
type Outcome = 'accepted' | 'unchecked' | 'removed'

/** Where the key comes from, and a place to type one in. What was typed is never shown again. */
export function KeyPanel() {
  const t = useTranslations('studioSettings.key')
  const router = useRouter()
  // The server has filled it before the page came.
  const { data: key } = useQuery(settingsQueries.key())
  const [doing, setDoing] = useState<Doing>('nothing')
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const box = useRef<HTMLDivElement>(null)
  if (!key) return null
  const handleStart = (what: Doing) => {
    setOutcome(null)
    setDoing(what)
    // What was pressed is gone with what it was for: the keyboard goes on from here, not from the top of the page.
    if (what === 'nothing') box.current?.focus()
  }
  const handleDone = (how: Outcome) => {
    handleStart('nothing')
    setOutcome(how)
    router.refresh() // the banners above are the server's
  }
  const canType = key.source === 'none' || key.source === 'unreadable' || doing === 'replacing'
  return (
    <Panel title={t('title')}>
      <div
        ref={box}
        tabIndex={-1}
        className="relative flex flex-col gap-4 rounded-card border border-line bg-surface p-4 outline-none"
      >
        <KeyState value={key} />
        {canType && (
          <KeyForm
            onStored={(wasAccepted) => handleDone(wasAccepted ? 'accepted' : 'unchecked')}
            onCancel={doing === 'replacing' ? () => handleStart('nothing') : undefined}
          />
        )}
        {doing === 'removing' && (
          <RemoveKey
            onRemoved={() => handleDone('removed')}
            onKeep={() => handleStart('nothing')}
          />
        )}
        {doing === 'nothing' && <Ways value={key} onStart={handleStart} />}
        <p role="status" className="text-meta text-soft empty:sr-only">
          {outcome && t(outcome)}
        </p>
      </div>
    </Panel>
  )
}

function KeyState({ value: { source, storedAt, gateway } }: { value: KeyOnWire }) {
  const t = useTranslations('studioSettings.key')
  const parts = {
    gateway,
    code: (chunks: React.ReactNode) => <code>{chunks}</code>,
    time: () => (storedAt ? <LocalTime iso={storedAt} /> : null),
  }
  return (
    <div className="flex items-start gap-3">
      <KeyRound aria-hidden className="mt-0.5 size-4.5 shrink-0 text-soft" />
      <div className="flex min-w-0 flex-col gap-1">
        <p className={source === 'unreadable' ? 'text-needs' : ''}>{t.rich(source, parts)}</p>
        {source === 'environment' && storedAt && (
          <p className="text-meta text-soft">{t('unused')}</p>
        )}
      </div>
    </div>
  )
}

/** What can be done with what is stored. */
function Ways(props: { value: KeyOnWire; onStart: (what: Doing) => void }) {
  const t = useTranslations('studioSettings.key')
  const { source, storedAt } = props.value
  if (!storedAt) return null
  return (
    <div className="flex gap-2">
      {source === 'stored' && (
        <Button onClick={() => props.onStart('replacing')}>{t('replace')}</Button>
      )}
      <Button look="quiet" onClick={() => props.onStart('removing')}>
        {t('remove')}
      </Button>
    </div>
  )
}
