import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'

const schema = z.object({
  pid: z.number(),
  port: z.number(),
  host: z.string(),
  /** Which start of the studio this is; `/api/health/live` says the same. */
  instance: z.string(),
  startedAt: z.string(),
})
export type StudioFile = z.infer<typeof schema>

/** Says where this folder's studio runs, for `npm run up` and the doctor. */
export function writeStudioFile(dataDir: string, content: StudioFile): void {
  const unfinished = `${fileIn(dataDir)}.${content.pid}`
  writeFileSync(unfinished, `${JSON.stringify(content)}\n`)
  renameSync(unfinished, fileIn(dataDir))
}

/** Leaves it alone when another start has written it since. */
export function removeStudioFile(dataDir: string, instance: string): void {
  if (readStudioFile(dataDir)?.instance === instance) rmSync(fileIn(dataDir), { force: true })
}

/** What the last start said; null when there is none, or it is damaged. Whether it still runs is another question. */
export function readStudioFile(dataDir: string): StudioFile | null {
  try {
    return schema.parse(JSON.parse(readFileSync(fileIn(dataDir), 'utf8')))
  } catch {
    return null // not there, or not ours to judge
  }
}

function fileIn(dataDir: string): string {
  return path.join(dataDir, 'studio.json')
}
