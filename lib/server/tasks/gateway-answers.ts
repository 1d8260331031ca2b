import type { AnswersOnWire } from '@/lib/shared/gateway-answers'
import type { Person } from '../accounts/person'
import { readTask } from './get-task'
import { exchangesOf } from './store/attention'

/** More submits of one task nobody reads. */
const MOST = 20

/** What the gateway said to a task, as it came (cut, and cleared of secrets), oldest first. Throws AppError not_found. */
export async function gatewayAnswers(options: {
  person: Person
  id: string
}): Promise<AnswersOnWire> {
  const { id } = await readTask(options)
  const rows = await exchangesOf(id, MOST)
  return {
    answers: rows.map(({ at, attempt, kind, httpStatus, requestId, verdict, body }) => ({
      at: at.toISOString(),
      attempt,
      kind,
      httpStatus,
      requestId,
      verdict,
      body,
    })),
  }
}
