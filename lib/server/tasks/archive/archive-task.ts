import { env } from '../../env'
import { createLog } from '../../log'
import { milestone } from '../../milestone'
import { clipKey } from '../../storage/media-key'
import { storage } from '../../storage/storage'
import { contract } from '../../upstream/contract'
import { afterArchiveFailure } from './after-archive-failure'
import { downloadClip, type Download } from './download-clip'
import { releaseClaim, renewClaim, type Claim } from '../store/claims'
import { noteSaved, writeStep } from '../store/steps'
import type { TaskRow } from '../store/task-row'

const log = createLog('tasks')

/** Saves every clip of a task that is not saved yet. Only when each file is in its place is the task `succeeded`. */
export async function archiveTask(claim: Claim, task: TaskRow, signal: AbortSignal): Promise<void> {
  const heartbeat = setInterval(() => void keepClaim(claim), env().leaseMs / 3)
  try {
    const missing = task.outputs.filter((output) => output.savedAt === null)
    for (const output of missing) {
      const download = await downloadClip({ ...output, token: claim.token, signal })
      if (signal.aborted) return await releaseClaim(claim)
      if (download.kind !== 'saved') return await giveBack({ claim, task, output, download })
      const clip = { position: output.position, ...download.clip }
      const isThere = async () => (await storage().stat(clipKey(clip.sha256))) !== null
      milestone('archive.noting')
      // The lease is lost, or whoever removes stray files took it for one: it is fetched again.
      if (!(await noteSaved({ claim, clip, now: new Date(), isThere })))
        return await releaseClaim(claim)
      milestone('archive.noted')
    }
    const now = new Date()
    const change = { status: 'succeeded', errorCode: null, finishedAt: now, tries: 0 } as const
    milestone('archive.succeeding')
    if (await writeStep({ claim, step: { change }, now })) milestone('archive.succeeded')
  } finally {
    clearInterval(heartbeat)
  }
}

async function keepClaim(claim: Claim): Promise<void> {
  try {
    await renewClaim(claim, new Date(Date.now() + env().leaseMs))
  } catch (error) {
    // The lease then runs out and another worker takes over, which is safe: a download may be repeated.
    log.warn({ task: claim.id, err: error }, 'lease not renewed')
  }
}

async function giveBack(options: {
  claim: Claim
  task: TaskRow
  output: TaskRow['outputs'][number]
  download: Exclude<Download, { kind: 'saved' }>
}): Promise<void> {
  const { claim, task, output, download } = options
  log.warn({ task: task.id, tries: task.tries, reason: download.reason }, 'clip not saved yet')
  const now = new Date()
  const step = afterArchiveFailure({
    tries: task.tries,
    canAskAgain: task.upstreamTaskId !== null,
    submittedAt: task.submittedAt ?? task.createdAt,
    now,
    backoff: contract().backoff,
    isOutOfRoom: download.kind === 'no_room',
    isLinkDead: download.kind === 'gone' || isOver(output.expiresAt, now),
  })
  await writeStep({ claim, step, now })
}

/** Only after a try: what the gateway calls `expired` may be something else, or a clock may be wrong. */
function isOver(expiresAt: Date | null, now: Date): boolean {
  return expiresAt !== null && expiresAt <= now
}
