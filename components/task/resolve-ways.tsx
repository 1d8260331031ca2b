'use client'

import { useId, type ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import type { TaskOnWire } from '@/lib/shared/wire'
import { Button } from '../ui/button'
import { Disclosure } from '../ui/disclosure'
import { ActionError } from './action-error'
import { AttachForm } from './attach-form'
import { useDecide } from './use-decide'
import { useMoney } from './use-money'

/** The three ways out of doubt, each opened before it is taken: what it does and what it may cost stands above its button. */
export function ResolveWays({ task, className = '' }: { task: TaskOnWire; className?: string }) {
  const t = useTranslations('resolve')
  const name = useId()
  const { decide, isBusy, error, taskIdError } = useDecide(task)
  const { money } = useMoney()
  const price = task.estimate ? money(task.estimate) : 'none'
  const way = { name, className }
  return (
    <>
      <Way {...way} title={t('attach')} text={t('attachText')}>
        <AttachForm
          isBusy={isBusy}
          error={taskIdError}
          onAttach={(taskId) => decide({ action: 'attach', taskId })}
        />
      </Way>
      <Way {...way} title={t('resend')} text={t('resendText', { money: price })}>
        <Button look="danger" disabled={isBusy} onClick={() => decide({ action: 'resend' })}>
          {isBusy ? t('asking') : t('resendYes')}
        </Button>
      </Way>
      <Way {...way} title={t('dismiss')} text={t('dismissText')}>
        <Button disabled={isBusy} onClick={() => decide({ action: 'dismiss' })}>
          {isBusy ? t('asking') : t('dismissYes')}
        </Button>
      </Way>
      {error && (
        <div className={`pb-3 ${className}`}>
          <ActionError error={error} />
        </div>
      )}
    </>
  )
}

function Way(props: {
  name: string
  title: string
  text: string
  className: string
  children: ReactNode
}) {
  const { name, title, text, className, children } = props
  return (
    <Disclosure name={name} title={title} className={`border-t border-line py-0.5 ${className}`}>
      <div className="flex flex-col items-start gap-3 pt-1 pb-4 pl-6">
        <p className="text-meta text-soft">{text}</p>
        {children}
      </div>
    </Disclosure>
  )
}
