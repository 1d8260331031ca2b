import { useRef, useState } from 'react'
import { useTranslations } from 'next-intl'
import { ApiError } from '@/lib/client/api'
import { useCreateBatch } from '@/lib/client/batch-mutations'
import type { BatchStore } from '@/lib/client/batch-store'
import type { TaskBody } from '@/lib/shared/task-schema'
import { useErrorSentence } from '../../shell/error-sentence'

/** Sends the batch: once, however it is pressed, also after a reload. */
export function useSendBatch(store: BatchStore, onSent: () => void) {
  const t = useTranslations('several')
  const sentence = useErrorSentence()
  const create = useCreateBatch()
  const [trouble, setTrouble] = useState<string | null>(null)
  const isBusy = useRef(false)

  const send = async (tasks: TaskBody[]) => {
    if (isBusy.current) return
    isBusy.current = true
    setTrouble(null)
    const body = { tasks }
    try {
      await create.mutateAsync({ body, key: store.keyFor(body) })
      store.begin()
      onSent()
    } catch (error) {
      isBusy.current = false
      setTrouble(explain(error))
    }
  }

  const explain = (error: unknown): string => {
    if (!(error instanceof ApiError)) return t('noAnswer')
    // The key belongs to another body: it will never be taken again.
    if (error.code === 'idempotency_mismatch') store.forgetKey()
    const [field] = error.fields
    const number = Number(field?.path.split('.')[1])
    if (!field || Number.isNaN(number)) return sentence(error)
    return `${sentence(error)} ${t('problem', { number: number + 1, message: field.message })}`
  }
  return { send, isSending: create.isPending || create.isSuccess, trouble }
}
