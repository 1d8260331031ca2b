import { constants } from 'node:fs'
import { lstat, open, readdir, rename, rm, unlink } from 'node:fs/promises'
import path from 'node:path'
import { randomUUID } from 'node:crypto'
import { milestone } from '../milestone'
import { codeOf, isWithin, makeFolder, syncFolder, UNFINISHED } from './folders'
import { hashOfKey, mediaKey, type MediaKey } from './media-key'
import { keepOpen, type Opened } from './open-files'
import { keysInShard, removeOld, shardsIn } from './old-files'
import type {
  KeepResult,
  MediaSource,
  ReceivedFile,
  ReceiveOptions,
  ReceiveResult,
  Storage,
} from './types'
import { TooLargeError, writeSynced } from './write-synced'

const TOKEN = /^[A-Za-z0-9_-]{1,80}$/
/** A link at the last step is refused by the system; a planted pipe must not hold a thread until somebody writes to it. */
const READ_FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK
const NOT_THERE = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'ENXIO'])
const DISK_FULL = new Set(['ENOSPC', 'EDQUOT'])

/** A storage in a folder. Unfinished files lie in `<root>/tmp`, on the same file system, so that a rename puts them in place. */
export function localStorageIn(root: string): Storage {
  const files = keepOpen((key) => openStored(root, key))
  const storage: Storage = {
    receive: (source, options) => receive(root, source, options),
    keep: async (file, key) => {
      const kept = await keep(root, file, key)
      files.forget(key)
      return kept
    },
    discard: (file) => rm(file.path, { force: true }),
    put: async (source, { extension, ...options }) => {
      const received = await storage.receive(source, options)
      if (received.kind !== 'received') return received
      const { sha256, bytes } = received.file
      const key = mediaKey(sha256, extension)
      const kept = await storage.keep(received.file, key)
      return kept.kind === 'kept' ? { kind: 'kept', key, sha256, bytes } : kept
    },
    open: files.open,
    stat: async (key) => {
      const file = await openStored(root, key)
      if (!file) return null
      await file.handle.close()
      return { bytes: file.bytes, modifiedAt: file.modifiedAt }
    },
    pathOf: async (key) => {
      const file = await openStored(root, key)
      await file?.handle.close()
      return file && path.join(root, key)
    },
    remove: (key) => remove(root, key).finally(() => files.forget(key)),
    shards: () => shardsIn(root),
    keysIn: (shard) => keysInShard(root, shard),
    removeOld: async (key, options) => {
      const isRemoved = await removeOld(root, key, options)
      if (isRemoved) files.forget(key)
      return isRemoved
    },
    sweep: (options) => sweep(root, options),
  }
  return storage
}

async function receive(
  root: string,
  source: MediaSource,
  { token, limitBytes }: ReceiveOptions,
): Promise<ReceiveResult> {
  if (!TOKEN.test(token)) throw new TypeError('a token has letters, digits, _ and - only')
  const tempId = `${token}.${randomUUID()}`
  const file = path.join(root, UNFINISHED, tempId)
  try {
    await makeOwnFolder(root, UNFINISHED)
    const written = await writeSynced(file, source, limitBytes)
    return { kind: 'received', file: { tempId, path: file, ...written } }
  } catch (error) {
    await rm(file, { force: true })
    if (error instanceof TooLargeError) return { kind: 'too-large' }
    if (isDiskFull(error)) return { kind: 'no-room' }
    throw error
  }
}

/** A file that is there already is replaced by the same content: that heals a damaged one and makes its time new for a cleaner. */
async function keep(root: string, file: ReceivedFile, key: MediaKey): Promise<KeepResult> {
  if (hashOfKey(key) !== file.sha256) throw new TypeError('the key does not name this content')
  const folder = path.dirname(key)
  try {
    await makeOwnFolder(root, folder)
    await rename(file.path, path.join(root, key))
    milestone('file.renamed')
    await syncFolder(path.join(root, folder))
    milestone('file.kept')
    return { kind: 'kept' }
  } catch (error) {
    await rm(file.path, { force: true })
    if (!isDiskFull(error)) throw error
    return { kind: 'no-room' }
  }
}

async function openStored(root: string, key: string): Promise<Opened | null> {
  if (!(await isOwnPlace(root, key))) return null
  const handle = await open(path.join(root, key), READ_FLAGS).catch((error: unknown) => {
    if (NOT_THERE.has(codeOf(error) ?? '')) return null
    throw error
  })
  if (!handle) return null
  const facts = await handle.stat()
  if (!facts.isFile()) {
    await handle.close()
    return null
  }
  return { handle, bytes: facts.size, modifiedAt: facts.mtime }
}

async function remove(root: string, key: string): Promise<boolean> {
  if (!(await isOwnPlace(root, key))) return false
  try {
    await unlink(path.join(root, key))
    return true
  } catch (error) {
    if (NOT_THERE.has(codeOf(error) ?? '')) return false
    throw error
  }
}

async function sweep(
  root: string,
  { olderThanMs, now }: { olderThanMs: number; now: Date },
): Promise<number> {
  if (!(await isWithin(root, UNFINISHED))) return 0
  let removed = 0
  for (const name of await readdir(path.join(root, UNFINISHED))) {
    const file = path.join(root, UNFINISHED, name)
    const facts = await lstat(file).catch((error: unknown) => {
      if (NOT_THERE.has(codeOf(error) ?? '')) return null // its owner was quicker
      throw error
    })
    if (!facts || now.getTime() - facts.mtimeMs < olderThanMs) continue
    await rm(file, { force: true, recursive: true })
    removed += 1
  }
  return removed
}

async function isOwnPlace(root: string, key: string): Promise<boolean> {
  return hashOfKey(key) !== null && (await isWithin(root, path.dirname(key)))
}

/** Step by step, so that nothing is made behind a planted link either. */
async function makeOwnFolder(root: string, relative: string): Promise<void> {
  if (await isWithin(root, relative)) return
  const steps = relative.split('/')
  for (const [index] of steps.entries()) {
    const step = steps.slice(0, index + 1).join('/')
    await makeFolder(path.join(root, step))
    if (!(await isWithin(root, step))) throw new Error(`a link leads out of ${step}`)
  }
}

function isDiskFull(error: unknown): boolean {
  return DISK_FULL.has(codeOf(error) ?? '')
}
