import type { AttentionItem } from '@/lib/shared/attention'
import type { Locale } from '@/lib/shared/locale'
import type { NeedyTask } from './list-attention'
import { presentTask } from '../present-task'

export function presentAttention({ task, exchange }: NeedyTask, locale: Locale): AttentionItem {
  const { at, httpStatus, requestId, body } = exchange ?? {}
  return {
    task: presentTask(task, locale),
    answer: at
      ? {
          at: at.toISOString(),
          httpStatus: httpStatus ?? null,
          requestId: requestId ?? null,
          body: body ?? null,
        }
      : null,
  }
}
