import type { TaskStatus } from '@/lib/shared/task-states'
import type { TaskOnWire } from '@/lib/shared/wire'

/** How a task can end that is worth a word. */
export type Ending = 'done' | 'failed' | 'needs'
export type Endings = Record<Ending, number>

export function endingOf(status: TaskStatus): Ending | null {
  if (status === 'succeeded') return 'done'
  if (status === 'failed') return 'failed'
  return status === 'unconfirmed' ? 'needs' : null
}

/** What a notice says: of one task, or how many there are of each since somebody last looked. */
export type Notice = { endings: Endings; task: TaskOnWire | null }

type TellPorts = {
  /** Whether a window of the studio has the person's attention, in any tab. */
  isSeen: () => Promise<boolean>
  /** True for the first tab to claim it. */
  claim: (key: string) => boolean
  fetchTask: (id: string) => Promise<TaskOnWire>
  show: (notice: Notice) => void
  play: (ending: Ending) => void
}

/** What comes within this is told together. */
export const GATHER_MS = 1_000

/** Gathers ends for a moment and tells of them: one notice a browser, that grows while nobody looks. */
export function createTeller({ isSeen, claim, fetchTask, show, play }: TellPorts) {
  let fresh: { id: string; ending: Ending }[] = []
  let untold: { id: string; ending: Ending }[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  async function tell(): Promise<void> {
    timer = undefined
    const told = fresh.filter(({ id, ending }) => claim(`${id}.${ending}`))
    fresh = []
    const last = told.at(-1)
    if (!last) return
    play(told.find(({ ending }) => ending !== 'done')?.ending ?? 'done')
    if (await isSeen()) return forget()
    untold = [...untold, ...told]
    // Its words are worth one question; without an answer the count says enough.
    const task = untold.length === 1 ? await fetchTask(last.id).catch(() => null) : null
    show({ endings: count(untold), task })
  }

  function forget(): void {
    untold = []
  }

  return {
    hear(id: string, status: TaskStatus): void {
      const ending = endingOf(status)
      if (!ending) return
      fresh.push({ id, ending })
      timer ??= setTimeout(() => void tell(), GATHER_MS)
    },
    /** Somebody looks: what comes from now on is counted anew. */
    forget,
    end: (): void => clearTimeout(timer),
  }
}

function count(ends: readonly { ending: Ending }[]): Endings {
  const of = (wanted: Ending) => ends.filter(({ ending }) => ending === wanted).length
  return { done: of('done'), failed: of('failed'), needs: of('needs') }
}
