import { ACTIVE_STATUSES, type TaskStatus } from '@/lib/shared/task-states'
import { pick, type Random } from './random'

const UNENDED = [...ACTIVE_STATUSES, 'unconfirmed'] as const
/** Of the youngest so many some are not done. */
const YOUNGEST = 60

/** Most succeeded. What has not ended is young, and every state is there. */
export function chooseStatus(random: Random, { index, count }: { index: number; count: number }) {
  const age = count - 1 - index
  const sure: TaskStatus | undefined = UNENDED[age - 2]
  if (sure) return sure
  if (age < YOUNGEST && random() < 0.4) return pick(random, UNENDED)
  const chance = random()
  if (chance < 0.0005) return 'unconfirmed'
  if (chance < 0.06) return 'failed'
  return chance < 0.085 ? 'canceled' : 'succeeded'
}
