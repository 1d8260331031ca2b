'use client'

import { useId, useState, type ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { playChime } from '@/lib/client/notices/chime'
import { chooseNotice, useNotices } from '@/lib/client/notices/notice-preferences'
import { askForNotices, type NoticePermission } from '@/lib/client/notices/show-notice'
import { useNoticePermission } from '@/lib/client/notices/use-notice-permission'
import { Switch } from '../ui/switch'
import { Panel } from './panel'

/** How this browser tells that a clip is done. The browser is asked when its switch is turned on, never before. */
export function NoticePanel() {
  const t = useTranslations('noticeSettings')
  const chosen = useNotices()
  const found = useNoticePermission()
  const [answered, setAnswered] = useState<NoticePermission | null>(null)
  const permission = answered ?? found
  const canNotify = permission === 'granted' || permission === 'default'
  const handleBrowser = async (isOn: boolean) => {
    const answer = isOn ? await askForNotices() : permission
    setAnswered(answer)
    chooseNotice('browser', isOn && answer === 'granted')
  }
  const handleSound = (isOn: boolean) => {
    chooseNotice('sound', isOn)
    if (isOn) playChime('done')
  }
  return (
    <Panel title={t('title')}>
      <p className="text-meta text-soft">{t('text')}</p>
      <div className="divide-y divide-line rounded-card border border-line bg-surface px-4">
        <Row
          name={t('tab')}
          hint={t('tabHint')}
          isOn={chosen.tab}
          onChange={(isOn) => chooseNotice('tab', isOn)}
        />
        <Row
          name={t('browser')}
          hint={canNotify ? t('browserHint') : t(WHY_NOT[permission])}
          isTrouble={!canNotify}
          isOn={chosen.browser && permission === 'granted'}
          isDisabled={permission === 'insecure' || permission === 'missing'}
          onChange={(isOn) => void handleBrowser(isOn)}
        />
        <Row name={t('sound')} hint={t('soundHint')} isOn={chosen.sound} onChange={handleSound} />
      </div>
    </Panel>
  )
}

const WHY_NOT = {
  denied: 'browserDenied',
  insecure: 'browserInsecure',
  missing: 'browserMissing',
  granted: 'browserHint',
  default: 'browserHint',
} as const satisfies Record<NoticePermission, string>

function Row(props: {
  name: ReactNode
  hint: string
  isTrouble?: boolean
  isOn: boolean
  isDisabled?: boolean
  onChange: (isOn: boolean) => void
}) {
  const id = useId()
  const { name, hint, isTrouble, isOn, isDisabled, onChange } = props
  return (
    <div className="py-2">
      <Switch
        checked={isOn}
        disabled={isDisabled}
        aria-describedby={id}
        onChange={(event) => onChange(event.target.checked)}
      >
        {name}
      </Switch>
      <p
        id={id}
        role={isTrouble ? 'status' : undefined}
        className={`max-w-prose pr-14 pb-1 text-meta ${isTrouble ? 'text-needs' : 'text-soft'}`}
      >
        {hint}
      </p>
    </div>
  )
}
