import { afterEach, beforeEach, expect, it } from 'vitest'
import { testDatabase } from '../../db/test-database'
import { storeTask } from '../test-task'
import type { Step } from '../lifecycle'
import { claimDue } from './claims'
import { newestLives } from './lives'
import { writeStep } from './steps'

let remove: () => Promise<void>
beforeEach(async () => {
  remove = (await testDatabase()).remove
})
afterEach(() => remove())

const start = new Date('2026-02-01T00:00:00Z')
const life = { fromMs: 90_000.4, untilMs: 96_000 }
const done: Step = {
  change: { status: 'archiving', dueAt: start },
  links: { urls: ['https://x.example/a.mp4'], expiresRaw: null },
  life,
}

async function write(step: Step, now: Date) {
  const common = { now, leaseMs: 1000, gateway: 'simulator', keyVersion: null }
  const claim = await claimDue({ ...common, status: 'running' })
  if (!claim) throw new Error('nothing was claimed')
  await writeStep({ claim, step, now })
}
const sent = (verdict: string) => ({
  create: [{ attempt: 1, kind: 'submit', verdict, at: start }],
})

it('keeps how long a clip took, with what it is like, once', async () => {
  await storeTask({ status: 'running', dueAt: start, exchanges: sent('accepted') })
  await write(done, start)
  const kept = { model: 'aisphere-v5', seconds: 5, resolution: '540p', fromMs: 90_000 }
  expect(await newestLives('simulator', 10)).toEqual([{ ...kept, untilMs: 96_000 }])
  expect(await newestLives('https://gateway.example', 10)).toEqual([])
})

it('keeps nothing of a fresh link for the same clip', async () => {
  const outputs = { create: [{ position: 0, sourceUrl: 'https://x.example/old.mp4' }] }
  await storeTask({ status: 'running', dueAt: start, exchanges: sent('accepted'), outputs })
  await write(done, start)
  expect(await newestLives('simulator', 10)).toEqual([])
})

it('keeps nothing of a task that a person found again', async () => {
  await storeTask({ status: 'running', dueAt: start, exchanges: sent('unclear') })
  await write(done, start)
  expect(await newestLives('simulator', 10)).toEqual([])
})
