import { createHash, randomUUID } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { connection } from '../../db/database'
import { names, sql } from '../../db/sql'
import { env } from '../../env'
import { createOrGetImage } from '../../images/image-store'
import { clipKey, hashOfKey, isMediaKey, pictureKey } from '../../storage/media-key'
import { storage } from '../../storage/storage'
import { emptyTrash } from './empty-trash'
import { removeStrays } from './remove-strays'
import { claimDue } from '../store/claims'
import { noteSaved } from '../store/steps'

const HOUR_MS = 3_600_000
const MONTHS_MS = 70 * 24 * HOUR_MS
const TURNS = 60
const TRIES = 20

type Random = () => number

/** What was done in one order of things, by name, and what did not hold at its end. */
export type OrderOutcome = { done: Record<string, number>; broken: string[] }

/**
 * Archiving, uploading, deleting, emptying the trash and removing strays at the same time, beginning at random moments, over a
 * few contents that several of them share; then whether every file that a row names is there, and no other.
 */
export async function runOrder(random: Random): Promise<OrderOutcome> {
  const run = randomUUID()
  const contents = [0, 1].map((index) => `content ${index} of ${run}`)
  const done: Record<string, number> = {}
  const count = (name: string) => void (done[name] = (done[name] ?? 0) + 1)
  const content = () => contents[Math.floor(random() * contents.length)] ?? ''
  const pause = async () => {
    for (let wait = Math.floor(random() * TURNS); wait > 0; wait -= 1) await turn()
  }
  if (random() < 0.5) leaveStray(content())

  const acts: Record<string, () => Promise<void>> = {
    archived: () => archive(content()),
    deleted: async () => {
      const deletedAt = new Date(Date.now() - (random() < 0.5 ? MONTHS_MS : 0))
      await connection().run(sql`
        UPDATE "Task" SET "deletedAt" = ${deletedAt} WHERE "id" = (
          SELECT "id" FROM "Task" WHERE "status" = 'succeeded' AND "deletedAt" IS NULL AND "prompt" = ${run} LIMIT 1)`)
    },
    emptied: () => emptyTrash(new Date()),
    // At times by a clock that is ahead, as for a worker that was stopped between a file and its row.
    cleaned: async () => {
      const ahead = random() < 0.5 ? HOUR_MS : 0
      await removeStrays(new Date(Date.now() + ahead))
    },
    uploaded: () => upload(content()),
  }
  const words = Object.keys(acts)
  const archive = (text: string) => archiveClip(run, text, pause)
  const plan = [
    'archived',
    'archived',
    'cleaned',
    'cleaned',
    ...Array.from({ length: 8 }, () => words[Math.floor(random() * words.length)] ?? ''),
  ]
  await Promise.all(
    plan.map(async (name) => {
      await pause()
      await acts[name]?.()
      count(name)
    }),
  )
  const broken = await missingFiles()
  await removeStrays(new Date(Date.now() + HOUR_MS))
  broken.push(...(await missingFiles()), ...(await strayFiles()))
  await forgetAll()
  return { done, broken }
}

/** As archive-task does it, without a gateway: until the file is there and noted. */
async function archiveClip(run: string, text: string, pause: () => Promise<void>): Promise<void> {
  const id = randomUUID()
  const now = new Date()
  await connection().run(sql`
    INSERT INTO "Task" ("id", "owner", "status", "gateway", "mode", "model", "prompt", "params", "dueAt", "createdAt", "submittedAt", "updatedAt")
    VALUES (${id}, 'local', 'archiving', ${id}, 'image', 'aisphere-v5', ${run}, '{"duration":5,"resolution":"360p"}', ${now}, ${now}, ${now}, ${now})`)
  await connection().run(sql`
    INSERT INTO "TaskOutput" ("taskId", "position", "sourceUrl") VALUES (${id}, 0, 'http://clip')`)
  const claim = await claimDue({
    status: 'archiving',
    now,
    leaseMs: HOUR_MS,
    gateway: id,
    keyVersion: null,
  })
  if (!claim) throw new Error('a task of its own gateway is claimed')
  for (let tries = 0; tries < TRIES; tries += 1) {
    const received = await storage().receive(Buffer.from(text), {
      token: claim.token,
      limitBytes: 1000,
    })
    if (received.kind !== 'received') throw new Error(received.kind)
    const { sha256, bytes } = received.file
    await storage().keep(received.file, clipKey(sha256))
    await pause()
    const clip = { position: 0, sha256, bytes, width: 1, height: 1, durationMs: 1 }
    const isThere = async () => (await storage().stat(clipKey(sha256))) !== null
    if (await noteSaved({ claim, clip, now: new Date(), isThere })) break
  }
  await connection().run(sql`UPDATE "Task" SET "status" = 'succeeded' WHERE "id" = ${id}`)
}

/** As take-in-picture does it, without decoding. */
async function upload(text: string): Promise<void> {
  const put = () =>
    storage().put(Buffer.from(text), { token: randomUUID(), limitBytes: 1000, extension: 'png' })
  const kept = await put()
  if (kept.kind !== 'kept') throw new Error(kept.kind)
  const { sha256, bytes, key } = kept
  const size = { width: 1, height: 1, originalWidth: 1, originalHeight: 1 }
  await createOrGetImage({
    id: randomUUID(),
    owner: 'local',
    sha256,
    contentType: 'image/png',
    bytes,
    createdAt: new Date(),
    ...size,
  })
  if ((await storage().stat(key)) === null) await put()
}

/** Of a crash an hour ago. */
function leaveStray(text: string): void {
  const sha256 = createHash('sha256').update(text).digest('hex')
  const file = path.join(env().mediaDir, clipKey(sha256))
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
  const long = new Date(Date.now() - HOUR_MS)
  utimesSync(file, long, long)
}

/** So that a thousand orders take a thousand times as long as one. */
async function forgetAll(): Promise<void> {
  for (const table of ['TaskOutput', 'Task', 'Image', 'Event'])
    await connection().run(sql`DELETE FROM ${names(table)}`)
  for (const { name } of await storage().shards())
    rmSync(path.join(env().mediaDir, name), { recursive: true })
}

async function namedKeys(): Promise<Set<string>> {
  const clips = await connection().rows<{ sha256: string }>(
    sql`SELECT "sha256" FROM "TaskOutput" WHERE "savedAt" IS NOT NULL`,
  )
  const pictures = await connection().rows<{ sha256: string }>(sql`SELECT "sha256" FROM "Image"`)
  return new Set([
    ...clips.map(({ sha256 }) => clipKey(sha256)),
    ...pictures.map(({ sha256 }) => pictureKey(sha256, 'png')),
  ])
}

async function missingFiles(): Promise<string[]> {
  const isWhole = (key: string) => {
    const file = path.join(env().mediaDir, key)
    if (!existsSync(file)) return false
    return createHash('sha256').update(readFileSync(file)).digest('hex') === hashOfKey(key)
  }
  return [...(await namedKeys())]
    .filter((key) => !isWhole(key))
    .map((key) => `${key} is gone, and a row names it`)
}

async function strayFiles(): Promise<string[]> {
  const named = await namedKeys()
  const files = readdirSync(env().mediaDir, { recursive: true }).map(String)
  return files
    .filter((key) => isMediaKey(key) && !named.has(key))
    .map((key) => `${key} is there, and no row names it`)
}
