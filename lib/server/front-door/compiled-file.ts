import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod/mini'

/** What V8 made of a file, good for the very text that it was made of: V8 itself compares no more than its length. */
export type Compiled = { checksum: number; data: Buffer }

const indexSchema = z.array(z.tuple([z.string(), z.number(), z.number(), z.number()]))
const LENGTH_BYTES = 4

/** None where nothing was kept yet, or what is there cannot be read: then everything is compiled as ever. */
export function readCompiled(file: string): Map<string, Compiled> {
  const known = new Map<string, Compiled>()
  try {
    const bytes = readFileSync(file)
    const start = LENGTH_BYTES + bytes.readUInt32LE(0)
    const index = indexSchema.parse(JSON.parse(bytes.toString('utf8', LENGTH_BYTES, start)))
    for (const [name, checksum, from, to] of index) {
      known.set(name, { checksum, data: bytes.subarray(start + from, start + to) })
    }
  } catch {
    known.clear()
  }
  return known
}

/** A start without it is only slower: a folder that cannot be written to is no reason to fail. */
export function tryWrite(file: string, compiled: ReadonlyMap<string, Compiled>): void {
  let at = 0
  const index = [...compiled].map(([name, { checksum, data }]) => {
    const from = at
    at += data.length
    return [name, checksum, from, at]
  })
  const head = Buffer.from(JSON.stringify(index))
  const length = Buffer.alloc(LENGTH_BYTES)
  length.writeUInt32LE(head.length)
  const unfinished = `${file}.${process.pid}`
  try {
    mkdirSync(path.dirname(file), { recursive: true })
    const data = [...compiled.values()].map((each) => each.data)
    writeFileSync(unfinished, Buffer.concat([length, head, ...data]))
    renameSync(unfinished, file)
  } catch {
    // said above
  }
}
