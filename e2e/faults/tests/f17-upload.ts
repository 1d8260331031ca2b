import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod'
import { ask, picturePath } from '../../support/api'
import { mediaFiles } from '../../support/media-files'
import type { FaultContext, FaultOutcome, FaultTest } from '../machinery/fault-test'
import { openScene, until } from './data-scene'

const SAME_FILE = 50
const BOUNDARY = 'a-boundary-of-the-fault-test'
const imageSchema = z.object({ id: z.string(), sha256: z.string() })
const listSchema = z.object({ images: z.array(z.unknown()) })

/** An upload that breaks off leaves nothing; one that comes fifty times is stored once. */
export const f17: FaultTest = {
  id: 'F17',
  title: 'upload cut at a random byte; the same file 50 times',
  sizes: { short: null, usual: 200, full: 1_000 },
  run: async (context) => {
    const scene = await openScene(context.folder)
    const outcome: FaultOutcome = { counts: { cuts: 0, uploads: 0 }, broken: [] }
    try {
      const dataDir = path.join(context.folder, 'data')
      const { url } = await scene.studio(dataDir, { WORKER: 'off' })
      await cutUploads(url, dataDir, context, outcome)
      await sameFile(url, dataDir, outcome)
      return outcome
    } finally {
      await scene.end()
    }
  },
}

async function cutUploads(
  url: string,
  dataDir: string,
  { size, random, say }: FaultContext,
  { counts, broken }: FaultOutcome,
): Promise<void> {
  const whole = formOf(readFileSync(picturePath('coffee.png')))
  for (let round = 1; round <= size; round += 1) {
    const bytes = Math.floor(random() * whole.length)
    // Either the length is announced, or the end is: a cut must be seen in both.
    const isChunked = random() < 0.5
    const isReset = random() < 0.5
    await cut(url, whole.subarray(0, bytes), {
      announced: isChunked ? null : whole.length,
      isReset,
    })
    counts.cuts = round
    if (round % 50 === 0) say(`${round} of ${size} uploads cut`)
  }
  const files = () => mediaFiles(dataDir)
  await until('the last one is settled', () => files().length === 0).catch(() => {}) // told below, with their names
  if (files().length > 0) broken.push(`left by a cut upload: ${files().join(', ')}`)
  const rows = await countImages(url)
  if (rows > 0) broken.push(`${rows} rows of cut uploads`)
}

async function sameFile(
  url: string,
  dataDir: string,
  { counts, broken }: FaultOutcome,
): Promise<void> {
  const upload = async () => {
    const form = new FormData()
    form.set('file', new Blob([readFileSync(picturePath('chelsea.png'))]), 'chelsea.png')
    const answer = await ask(url, '/api/images', { method: 'POST', body: form })
    counts.uploads = (counts.uploads ?? 0) + 1
    if (answer.status !== 201)
      return void broken.push(`an upload was answered with ${answer.status}`)
    return imageSchema.parse(await answer.json())
  }
  const images = await Promise.all(Array.from({ length: SAME_FILE }, upload))
  const ids = new Set(images.map((image) => image?.id))
  const hashes = new Set(images.map((image) => image?.sha256))
  if (ids.size !== 1 || hashes.size !== 1) broken.push(`${ids.size} pictures of one file`)
  const files = mediaFiles(dataDir)
  if (files.length !== 1) broken.push(`stored ${files.length} times: ${files.join(', ')}`)
  const rows = await countImages(url)
  if (rows !== 1) broken.push(`${rows} rows of one picture`)
}

async function countImages(url: string): Promise<number> {
  return listSchema.parse(await (await ask(url, '/api/images')).json()).images.length
}

function formOf(file: Buffer): Buffer {
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="coffee.png"\r\nContent-Type: image/png\r\n\r\n`
  return Buffer.concat([Buffer.from(head), file, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)])
}

/** Sends the beginning of a form and is gone. */
async function cut(
  url: string,
  body: Buffer,
  { announced, isReset }: { announced: number | null; isReset: boolean },
): Promise<void> {
  const { hostname, port, host, origin } = new URL(url)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => {})
  const length = announced === null ? 'Transfer-Encoding: chunked' : `Content-Length: ${announced}`
  socket.write(
    `POST /api/images HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\n${length}\r\nContent-Type: multipart/form-data; boundary=${BOUNDARY}\r\n\r\n`,
  )
  const sent = new Promise<void>((resolve) => {
    const done = () => resolve()
    if (announced !== null) return void socket.write(body, done)
    socket.write(`${body.length.toString(16)}\r\n`)
    socket.write(body, done)
  })
  await Promise.race([sent, sleep(2_000)])
  if (isReset) socket.resetAndDestroy()
  else socket.destroy()
}
