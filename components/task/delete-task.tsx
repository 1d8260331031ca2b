'use client'

import { useState } from 'react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useDeleteTask } from '@/lib/client/task-mutations'
import { Button } from '../ui/button'
import { ActionError } from './action-error'

/** Asks once more, in place. */
export function DeleteTask({ id }: { id: string }) {
  const t = useTranslations('actions')
  const router = useRouter()
  const remove = useDeleteTask()
  const [isAsking, setAsking] = useState(false)
  if (!isAsking) {
    return (
      <Button look="quiet" onClick={() => setAsking(true)}>
        {t('delete')}
      </Button>
    )
  }
  const handleDelete = () => remove.mutate(id, { onSuccess: () => router.push('/gallery') })
  return (
    <div
      role="group"
      aria-label={t('deleteSure')}
      className="flex w-full flex-col gap-2 rounded-card border border-line p-3"
    >
      <p>
        <strong className="font-semibold">{t('deleteSure')}</strong> {t('deleteText')}
      </p>
      <div className="flex gap-2">
        <Button look="danger" autoFocus disabled={remove.isPending} onClick={handleDelete}>
          {remove.isPending ? t('working') : t('deleteYes')}
        </Button>
        <Button look="quiet" onClick={() => setAsking(false)}>
          {t('keep')}
        </Button>
      </div>
      <ActionError error={remove.error} />
    </div>
  )
}
