import { useTranslations } from 'next-intl'
import type { TaskStatus } from '@/lib/shared/task-states'

/** A state as a word with its sign, in one element; the sign is drawn by globals.css. */
export function ClipSign({ status, className = '' }: { status: TaskStatus; className?: string }) {
  const t = useTranslations('states')
  return (
    <span data-sign={status} className={`clip-sign ${className}`}>
      {t(status)}
    </span>
  )
}
