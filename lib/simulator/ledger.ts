import { mkdir, open, readFile, truncate } from 'node:fs/promises'
import path from 'node:path'
import * as z from 'zod'

const ledgerLineSchema = z.object({
  at: z.iso.datetime(),
  accepted: z.boolean(),
  task_id: z.string().nullable(),
  /** The envelope's code; null where a scenario answered in the gateway's place. */
  code: z.number().nullable(),
  /** As received: the parsed JSON, the text where it was none, null where it was too large. */
  body: z.unknown(),
  image_sha256s: z.array(z.string()),
})
export type LedgerLine = z.infer<typeof ledgerLineSchema>

export interface Ledger {
  /** Resolves when the line is on the disk. */
  append: (line: LedgerLine) => Promise<void>
  close: () => Promise<void>
}

/** The simulator's own record of every submit it received, one JSON line each. */
export async function openLedger(folder: string): Promise<Ledger> {
  await mkdir(folder, { recursive: true })
  const file = ledgerFile(folder)
  await cutUnfinishedLine(file)
  const handle = await open(file, 'a')
  let bytes = (await handle.stat()).size
  const write = async (line: Buffer) => {
    try {
      await handle.appendFile(line)
      await handle.datasync()
      bytes += line.length
    } catch (error) {
      // Half a line must not run into the next one.
      await handle.truncate(bytes)
      throw error
    }
  }
  let last: Promise<unknown> = Promise.resolve()
  return {
    append: (line) => {
      const written = last.then(() => write(Buffer.from(`${JSON.stringify(line)}\n`)))
      // Whoever appended hears of a failure; the line after it starts afresh.
      last = written.catch(() => undefined)
      return written
    },
    close: async () => {
      await last
      await handle.close()
    },
  }
}

/** Every line of the ledger in a data folder; none when it does not exist yet. */
export async function readLedger(folder: string): Promise<LedgerLine[]> {
  const text = await readIfThere(ledgerFile(folder))
  const lines = text.slice(0, text.lastIndexOf('\n') + 1).split('\n')
  return lines.filter(Boolean).map((line) => ledgerLineSchema.parse(JSON.parse(line)))
}

function ledgerFile(folder: string): string {
  return path.join(folder, 'ledger.jsonl')
}

/** A line without its end was never synced, so its submit was never answered. */
async function cutUnfinishedLine(file: string): Promise<void> {
  const text = await readIfThere(file)
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  if (whole.length < text.length) await truncate(file, Buffer.byteLength(whole))
}

async function readIfThere(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  }
}
