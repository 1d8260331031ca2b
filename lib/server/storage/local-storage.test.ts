import { execFileSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { localStorageIn } from './local-storage'
import { pictureKey } from './media-key'
import { chunksThen, describeStorage, sha256Of } from './storage-suite'
import type { Storage } from './types'

function freshFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'studio-storage-'))
  return { folder, remove: async () => rmSync(folder, { recursive: true, force: true }) }
}

describeStorage('a storage in a folder', async () => {
  const { folder, remove } = freshFolder()
  return { storage: localStorageIn(path.join(folder, 'media')), remove }
})

describe('a storage in a folder, attacked', () => {
  const content = 'secret'
  const sha256 = sha256Of(content)
  const shard = sha256.slice(0, 2)
  const key = pictureKey(sha256, 'jpg')
  let folder: string
  let root: string
  let remove: () => Promise<void>
  let storage: Storage

  beforeEach(() => {
    ;({ folder, remove } = freshFolder())
    root = path.join(folder, 'media')
    storage = localStorageIn(root)
    mkdirSync(path.join(folder, 'outside', shard), { recursive: true })
    writeFileSync(path.join(folder, 'outside', shard, `${sha256}.jpg`), content)
  })
  afterEach(() => remove())

  const put = () =>
    storage.put(Buffer.from(content), { token: 't', limitBytes: 100, extension: 'jpg' })
  const outside = (...rest: string[]) => path.join(folder, 'outside', ...rest)

  const plants: Array<[string, () => void]> = [
    [
      'the file',
      () => {
        mkdirSync(path.join(root, 'pictures', shard), { recursive: true })
        symlinkSync(outside(shard, `${sha256}.jpg`), path.join(root, key))
      },
    ],
    [
      'its folder',
      () => {
        mkdirSync(path.join(root, 'pictures'), { recursive: true })
        symlinkSync(outside(shard), path.join(root, 'pictures', shard))
      },
    ],
    [
      'the folder above',
      () => {
        mkdirSync(root)
        symlinkSync(outside(), path.join(root, 'pictures'))
      },
    ],
  ]

  it.each(plants)('reads no link planted as %s', async (_name, plant) => {
    plant()
    expect(await storage.open(key)).toBeNull()
    expect(await storage.stat(key)).toBeNull()
  })

  it.each(plants.slice(1))('removes and writes nothing behind a link as %s', async (_, plant) => {
    plant()
    expect(await storage.remove(key)).toBe(false)
    rmSync(outside(shard), { recursive: true })
    await expect(put()).rejects.toThrow()
    expect(readdirSync(outside())).toEqual([])
  })

  it('receives nothing behind a link as the folder of unfinished files', async () => {
    mkdirSync(root)
    symlinkSync(outside(), path.join(root, 'tmp'))
    await expect(put()).rejects.toThrow('a link leads out of tmp')
    expect(await storage.sweep({ olderThanMs: -1000, now: new Date() })).toBe(0)
    expect(readdirSync(outside())).toEqual([shard])
  })

  it('replaces a link planted in the place of a file, not what it leads to', async () => {
    plants[0]?.[1]()
    writeFileSync(outside(shard, `${sha256}.jpg`), 'untouched')
    expect(await put()).toMatchObject({ kind: 'kept' })
    const file = await storage.open(key)
    expect(file && (await text(file.stream()))).toBe(content)
    expect(statSync(outside(shard, `${sha256}.jpg`)).size).toBe('untouched'.length)
  })

  it.each(['../outside/%/$.jpg', 'pictures/../../outside/%/$.jpg', 'tmp/$', '.'])(
    'reads and removes nothing that no key names: %s',
    async (pattern) => {
      await put()
      writeFileSync(path.join(root, 'tmp', sha256), content)
      const place = pattern.replace('%', shard).replace('$', sha256)
      expect(statSync(path.join(root, place))).toBeTruthy()
      expect(await storage.open(place)).toBeNull()
      expect(await storage.remove(place)).toBe(false)
    },
  )

  it('works in a folder that is itself a link', async () => {
    mkdirSync(outside('disk'))
    symlinkSync(outside('disk'), root)
    expect(await put()).toMatchObject({ kind: 'kept' })
    expect(await storage.stat(key)).toMatchObject({ bytes: content.length })
  })

  it('neither waits for a planted pipe nor opens a folder', async () => {
    mkdirSync(path.join(root, 'pictures', shard), { recursive: true })
    execFileSync('mkfifo', [path.join(root, key)])
    expect(await storage.open(key)).toBeNull()
    const folderKey = pictureKey(sha256, 'png')
    mkdirSync(path.join(root, folderKey))
    expect(await storage.open(folderKey)).toBeNull()
  })

  it('heals a file that was damaged on the disk, also one that was just read', async () => {
    await put()
    await (await storage.open(key))?.close()
    writeFileSync(path.join(root, key), 'damage')
    await put()
    const file = await storage.open(key)
    expect(file && (await text(file.stream()))).toBe(content)
    await storage.remove(key)
    expect(await storage.open(key)).toBeNull()
  })

  it('says that there is no room instead of throwing, and leaves nothing behind', async () => {
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
    const options = { token: 't', limitBytes: 100 }
    const result = await storage.receive(chunksThen(['half'], full), options)
    expect(result).toEqual({ kind: 'no-room' })
    expect(readdirSync(path.join(root, 'tmp'))).toEqual([])
  })

  it('leaves no descriptor open, however a stream ends', async () => {
    await put()
    const openFiles = () => readdirSync('/proc/self/fd').length
    const before = openFiles()
    for (let round = 0; round < 50; round += 1) {
      const broken = (await storage.open(key))?.stream()
      const closed = new Promise((resolve) => broken?.once('close', resolve))
      broken?.destroy()
      await closed
      const whole = (await storage.open(key))?.stream()
      if (whole) await text(whole)
      await (await storage.open(key))?.close()
    }
    // The last reader's stays open a moment for the next one.
    await expect.poll(openFiles, { timeout: 5_000 }).toBeLessThanOrEqual(before)
  })
})
