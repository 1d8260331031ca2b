import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod'
import type { Milestone } from '@/lib/server/milestone'

export type Order = {
  program: 'front-door' | 'worker'
  at: Milestone
  /** The how-manieth time it comes there, from 1. */
  hit: number
  signal: 'SIGKILL' | 'SIGSTOP'
}
const doneSchema = z.object({ program: z.string(), pid: z.number(), at: z.number() })
/** Who carried an order out, and when. */
export type Done = z.infer<typeof doneSchema>

const LOOK_EVERY_MS = 20

/** Orders that the preload (preload.mjs) carries out one after the other, whichever process comes to the place first. */
export function openOrders(folder: string) {
  const orders = path.join(folder, 'orders')
  mkdirSync(orders, { recursive: true })
  let count = readdirSync(orders).length

  const place = (order: Order): PlacedOrder => {
    count += 1
    const file = path.join(orders, String(count).padStart(5, '0'))
    // In one step: a process may look at this very moment.
    writeFileSync(`${file}.part`, JSON.stringify(order))
    renameSync(`${file}.part`, `${file}.json`)
    return { done: (limitMs) => untilDone(`${file}.done`, limitMs), cancel: () => close(file) }
  }
  return { place }
}

export type PlacedOrder = {
  /** Null when nobody came there in time; the order is taken back then. */
  done: (limitMs: number) => Promise<Done | null>
  cancel: () => void
}

async function untilDone(file: string, limitMs: number): Promise<Done | null> {
  const until = performance.now() + limitMs
  while (performance.now() < until) {
    const done = readDone(file)
    if (done) return done
    await sleep(LOOK_EVERY_MS)
  }
  close(file.replace(/\.done$/, ''))
  return readDone(file)
}

/** Null also while it is being written, and for one that was taken back. */
function readDone(file: string): Done | null {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  return text === '' ? null : doneSchema.parse(JSON.parse(text))
}

function close(file: string): void {
  if (!existsSync(`${file}.done`)) writeFileSync(`${file}.done`, '')
}
