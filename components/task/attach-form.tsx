'use client'

import { useId, useState, type FormEvent } from 'react'
import { useTranslations } from 'next-intl'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { TextBox } from '../ui/text-box'

/** Takes the gateway's own id of a task. */
export function AttachForm(props: {
  isBusy: boolean
  error: string | undefined
  onAttach: (taskId: string) => void
}) {
  const t = useTranslations('resolve')
  const id = useId()
  const { isBusy, error, onAttach } = props
  const [taskId, setTaskId] = useState('')
  const [isMissing, setMissing] = useState(false)
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    setMissing(taskId.trim() === '')
    if (taskId.trim() !== '') onAttach(taskId.trim())
  }
  return (
    <form onSubmit={handleSubmit} noValidate className="w-full">
      <Field id={id} label={t('taskId')} error={isMissing ? t('taskIdMissing') : error}>
        {(control) => (
          <div className="flex gap-2">
            <TextBox
              {...control}
              value={taskId}
              onChange={(event) => setTaskId(event.target.value)}
              autoComplete="off"
              autoCapitalize="none"
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
