'use client'

import { useState, type FormEvent, type ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { useResolveTask, type Resolution } from '@/lib/client/task-mutations'
import type { TaskOnWire } from '@/lib/shared/wire'
import { Button } from '../ui/button'
import { FieldError } from '../ui/field-error'
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
    <details name="resolve" className="group border-t border-line px-4 first-of-type:border-t-0">
      <summary className="flex min-h-10 items-center justify-between gap-3 py-2 font-medium pointer-coarse:min-h-11">
        {title}
        <span
          aria-hidden
          className="text-soft transition-transform duration-150 group-open:rotate-90"
        >
          ›
        </span>
      </summary>
      <div className="flex flex-col items-start gap-3 pb-4">
        <p className="text-meta text-soft">{text}</p>
        {children}
      </div>
    </details>
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
      <label htmlFor="vendor-id" className="mb-1.5 block text-meta text-soft">
        {t('taskId')}
      </label>
      <div className="flex gap-2">
        <input
          id="vendor-id"
          value={taskId}
          onChange={(event) => setTaskId(event.target.value)}
          aria-invalid={isMissing || undefined}
          aria-describedby={isMissing ? 'vendor-id-error' : undefined}
          autoComplete="off"
          spellCheck={false}
          className="h-9 min-w-0 flex-1 rounded-card border border-line bg-surface px-3 text-control pointer-coarse:h-11 aria-invalid:border-failed"
        />
        <Button type="submit" disabled={isBusy}>
          {t('attachYes')}
        </Button>
      </div>
      <FieldError id="vendor-id-error">{isMissing && t('taskIdMissing')}</FieldError>
    </form>
  )
}
