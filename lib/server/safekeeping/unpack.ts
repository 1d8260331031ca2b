import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { codeOf, syncFolder } from '../storage/folders'
import { withFile } from './file-handles'
import {
  DATABASE,
  isBackupPath,
  keyOfPath,
  MANIFEST,
  MANIFEST_MAX_BYTES,
  manifestSchema,
  type Manifest,
} from './manifest'
import { readArchive, type ReadEntry } from './read-archive'
import { Refusal } from './refusal'
import { hashOfKey } from '../storage/media-key'

type Unpacked = Map<string, { bytes: number; sha256: string }>

/**
 * Writes what is in a backup into a folder of its own, synced, and compares all of it with the manifest. Throws Refusal where
 * anything is missing, more, or different.
 */
export async function unpack(options: {
  archive: string
  staging: string
  stagedDatabase: string
}): Promise<Manifest> {
  try {
    return await withFile(options.archive, 'r', async (source) => {
      const unpacked: Unpacked = new Map()
      let manifest: Manifest | null = null
      for await (const entry of readArchive(source)) {
        if (manifest) throw new Error('something follows its end')
        if (!isBackupPath(entry.path) || unpacked.has(entry.path))
          throw new Error(`it has something that no backup has: ${JSON.stringify(entry.path)}`)
        if (entry.path === MANIFEST) manifest = await readManifest(entry)
        else unpacked.set(entry.path, await writeEntry(entry, placeOf(entry.path, options)))
      }
      if (!manifest) throw new Error('its list of contents is missing')
      compare(manifest, unpacked)
      return manifest
    })
  } catch (error) {
    const { archive } = options
    if (codeOf(error) === 'ENOENT') throw new Refusal(`${archive} is not there.`, { cause: error })
    if (!(error instanceof Error) || codeOf(error) !== null) throw error
    throw new Refusal(`${archive} cannot be put back: ${error.message}. Nothing was changed.`, {
      cause: error,
    })
  }
}

function placeOf(name: string, o: { staging: string; stagedDatabase: string }): string {
  return name === DATABASE ? o.stagedDatabase : path.join(o.staging, name)
}

async function writeEntry(entry: ReadEntry, place: string) {
  await mkdir(path.dirname(place), { recursive: true })
  const hash = createHash('sha256')
  await withFile(place, 'wx', async (target) => {
    for await (const piece of entry.content()) {
      hash.update(piece)
      for (let at = 0; at < piece.length;) at += (await target.write(piece, at)).bytesWritten
    }
    await target.sync()
  })
  await syncFolder(path.dirname(place))
  return { bytes: entry.bytes, sha256: hash.digest('hex') }
}

async function readManifest(entry: ReadEntry): Promise<Manifest> {
  if (entry.bytes > MANIFEST_MAX_BYTES) throw new Error('its list of contents is too long')
  const pieces: Buffer[] = []
  for await (const piece of entry.content()) pieces.push(Buffer.from(piece))
  try {
    return manifestSchema.parse(JSON.parse(Buffer.concat(pieces).toString('utf8')))
  } catch (cause) {
    throw new Error('its list of contents cannot be read', { cause })
  }
}

function compare(manifest: Manifest, unpacked: Unpacked): void {
  const changed = new Set(manifest.changed)
  for (const { path: name, bytes, sha256 } of manifest.files) {
    const found = unpacked.get(name)
    if (!found) throw new Error(`${name} is missing`)
    if (found.bytes !== bytes || found.sha256 !== sha256) throw new Error(`${name} is damaged`)
    const key = keyOfPath(name)
    if (key !== null && hashOfKey(key) !== sha256 && !changed.has(name))
      throw new Error(`${name} is not what its name says`)
    unpacked.delete(name)
  }
  const [stray] = unpacked.keys()
  if (stray !== undefined) throw new Error(`its list of contents does not name ${stray}`)
  if (!manifest.files.some(({ path: name }) => name === DATABASE))
    throw new Error('it has no database')
}
