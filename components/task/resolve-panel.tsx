'use client'

import { useState, type FormEvent, type ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { useResolveTask, type Resolution } from '@/lib/client/task-mutations'
import type { TaskOnWire } from '@/lib/shared/wire'
import { Button } from '../ui/button'
import { Disclosure } from '../ui/disclosure'
import { Field } from '../ui/field'
import { TextBox } from '../ui/text-box'
import { ActionError } from './action-error'

/** The gateway's answer was unclear: only a person can say what becomes of the task. Each way says what it may cost. */
export function ResolvePanel({ task }: { task: TaskOnWire }) {
  const t = useTranslations('resolve')
  const resolve = useResolveTask()
  const decide = (resolution: Resolution) =>
    resolve.mutate({ id: task.id, attempt: task.attempt, resolution })
  return (
    <section aria-label={t('title')} className="rounded-card border border-needs">
      <h2 className="px-4 pt-3 pb-1 font-semibold">{t('title')}</h2>
      <Way title={t('attach')} text={t('attachText')}>
        <AttachForm
          isBusy={resolve.isPending}
          onAttach={(taskId) => decide({ action: 'attach', taskId })}
        />
      </Way>
      <Way title={t('resend')} text={t('resendText')}>
        <Button
          look="danger"
          disabled={resolve.isPending}
          onClick={() => decide({ action: 'resend' })}
        >
          {t('resendYes')}
        </Button>
      </Way>
      <Way title={t('dismiss')} text={t('dismissText')}>
        <Button disabled={resolve.isPending} onClick={() => decide({ action: 'dismiss' })}>
          {t('dismissYes')}
        </Button>
      </Way>
      {resolve.error && (
        <div className="px-4 pb-3">
          <ActionError error={resolve.error} />
        </div>
      )}
    </section>
  )
}

function Way({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <Disclosure name="resolve" title={title} className="border-t border-line px-4 py-0.5">
      <div className="flex flex-col items-start gap-3 pt-1 pb-4 pl-6">
        <p className="text-meta text-soft">{text}</p>
        {children}
      </div>
    </Disclosure>
  )
}

function AttachForm({ isBusy, onAttach }: { isBusy: boolean; onAttach: (taskId: string) => void }) {
  const t = useTranslations('resolve')
  const [taskId, setTaskId] = useState('')
  const [isMissing, setMissing] = useState(false)
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    setMissing(taskId.trim() === '')
    if (taskId.trim() !== '') onAttach(taskId.trim())
  }
  return (
    <form onSubmit={handleSubmit} noValidate className="w-full">
      <Field id="vendor-id" label={t('taskId')} error={isMissing && t('taskIdMissing')}>
        {(control) => (
          <div className="flex gap-2">
            <TextBox
              {...control}
              value={taskId}
              onChange={(event) => setTaskId(event.target.value)}
              autoComplete="off"
              spellCheck={false}
            />
            <Button type="submit" disabled={isBusy}>
              {t('attachYes')}
            </Button>
          </div>
        )}
      </Field>
    </form>
  )
}
