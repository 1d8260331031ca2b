import { constants } from 'node:fs'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import * as z from 'zod'

/** How far the sending has come: `line` is the history that `number` counts in. A restored database begins a new one. */
export type Epoch = { line: string; number: number }

const schema = z.object({ line: z.string().max(64), number: z.number().int().min(0) })
/** Always as long, so that a new number is written in its place without a new size or a new name. */
const FILE_BYTES = 128

export function epochFile(dataDir: string): string {
  return path.join(dataDir, 'epoch.json')
}

/** Null where there is none, or one that cannot be read: then nothing is known. */
export async function readEpochFile(file: string): Promise<Epoch | null> {
  try {
    return schema.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    return null // whoever asks takes it for the worst
  }
}

/** Synced when it resolves. */
export async function writeEpochFile(file: string, { line, number }: Epoch): Promise<void> {
  const content = `${JSON.stringify({ line, number }).padEnd(FILE_BYTES - 1)}\n`
  const handle = await open(file, constants.O_WRONLY).catch(() => null)
  if (!handle) return makeEpochFile(file, content)
  try {
    await handle.write(content, 0, 'utf8')
    await handle.datasync()
  } finally {
    await handle.close()
  }
}

async function makeEpochFile(file: string, content: string): Promise<void> {
  const unfinished = `${file}.${randomUUID()}`
  try {
    const handle = await open(unfinished, 'wx')
    try {
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(unfinished, file)
  } finally {
    await rm(unfinished, { force: true })
  }
  const folder = await open(path.dirname(file), 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
