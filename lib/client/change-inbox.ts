import type { QueryClient } from '@tanstack/react-query'
import { catchUp, refreshTasks } from './refresh-tasks'

/** Above this many changes at once what is on the screen is asked for instead of what is named. */
const MANY = 200
/** From one question to the next at least; the first of a burst waits for nothing. */
const PAUSE_MS = 200
const TRY_AGAIN_MS = 3_000

/**
 * Collects what is said to have changed and asks for it in one go, one go after the other. While `isAsleep` (a hidden tab)
 * nothing is asked; `wake` catches up.
 */
export function createChangeInbox(client: QueryClient, isAsleep: () => boolean) {
  const changed = new Set<string>()
  let missedAll = false
  let isRunning = false
  let ranAt = -Infinity
  let isClosed = false
  let timer: ReturnType<typeof setTimeout> | undefined

  async function run(): Promise<void> {
    if (isRunning) return
    isRunning = true
    while (!isClosed && !isAsleep() && (missedAll || changed.size > 0)) {
      await pause(ranAt + PAUSE_MS - Date.now())
      if (isClosed || isAsleep()) break
      ranAt = Date.now()
      const ids = [...changed]
      const wantsAll = missedAll || ids.length > MANY
      changed.clear()
      missedAll = false
      try {
        await (wantsAll ? catchUp(client) : refreshTasks(client, ids))
      } catch {
        // No answer: it is still owed, and asked for again. What went wrong is shown by the queue's own query.
        missedAll = true
        break
      }
    }
    isRunning = false
    if (missedAll && !isClosed && !isAsleep()) {
      clearTimeout(timer)
      timer = setTimeout(run, TRY_AGAIN_MS)
    }
  }

  return {
    addTask(id: string): void {
      changed.add(id)
      void run()
    },
    addAll(): void {
      missedAll = true
      void run()
    },
    wake: (): void => void run(),
    close(): void {
      isClosed = true
      clearTimeout(timer)
    },
  }
}

async function pause(milliseconds: number): Promise<void> {
  if (milliseconds <= 0) return
  await new Promise((resolve) => setTimeout(resolve, milliseconds))
}
