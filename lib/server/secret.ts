import { randomBytes, randomUUID } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { env } from './env'

const OWNER_ONLY = 0o600
const MIN_CHARACTERS = 32

let cached: string | undefined

/** What signatures are made with: STUDIO_SECRET, or a file that is made once beside the data and belongs to the backup. */
export function studioSecret(): string {
  return (cached ??= env().secret ?? secretIn(env().dataDir))
}

/** The secret of a folder, made if there is none yet. Of several processes that make it at once, all get the same. */
export function secretIn(folder: string): string {
  const file = path.join(folder, 'secret')
  const secret = readSecret(file) ?? makeSecret(folder, file)
  if (secret.length < MIN_CHARACTERS) throw new Error(`${file} is damaged: restore it or delete it`)
  return secret
}

function readSecret(file: string): string | null {
  try {
    const secret = readFileSync(file, 'utf8').trim()
    if ((statSync(file).mode & 0o777) !== OWNER_ONLY) chmodSync(file, OWNER_ONLY)
    return secret
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null
    throw error
  }
}

function makeSecret(folder: string, file: string): string {
  mkdirSync(folder, { recursive: true })
  const unfinished = `${file}.${randomUUID()}`
  try {
    const handle = openSync(unfinished, 'wx', OWNER_ONLY)
    writeFileSync(handle, `${randomBytes(32).toString('base64url')}\n`)
    fsyncSync(handle)
    closeSync(handle)
    // A link, unlike a rename, fails when another process was first; its secret is then the one.
    linkSync(unfinished, file)
    syncFolder(folder)
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
  } finally {
    rmSync(unfinished, { force: true })
  }
  return readSecret(file) ?? ''
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
