import { createHash } from 'node:crypto'
import { readFile, utimes } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clipKey, pictureKey } from './media-key'
import type { ReceivedFile, Storage } from './types'

type Fresh = { storage: Storage; remove: () => Promise<void> }

const TOKEN = 'lease-1'
const LATER = 60_000

export const sha256Of = (content: string | Uint8Array) =>
  createHash('sha256').update(content).digest('hex')

/** A source in chunks that breaks off after the last one when `error` is given. */
export function chunksThen(chunks: string[], error?: Error): Readable {
  return Readable.from(
    (async function* () {
      for (const chunk of chunks) yield Buffer.from(chunk)
      if (error) throw error
    })(),
  )
}

/** What every storage keeps to. `fresh` makes an empty one. */
export function describeStorage(name: string, fresh: () => Promise<Fresh>): void {
  describe(name, () => {
    let storage: Storage
    let remove: () => Promise<void>
    beforeEach(async () => void ({ storage, remove } = await fresh()))
    afterEach(() => remove())

    const receive = async (content: string): Promise<ReceivedFile> => {
      const source = chunksThen([content])
      const result = await storage.receive(source, { token: TOKEN, limitBytes: 1000 })
      if (result.kind !== 'received') throw new Error(result.kind)
      return result.file
    }
    const put = (content: string) =>
      storage.put(Buffer.from(content), { token: TOKEN, limitBytes: 1000, extension: 'png' })
    const read = async (key: string, range?: { start: number; end: number }) => {
      const file = await storage.open(key)
      return file && (await text(file.stream(range)))
    }
    const unfinished = () => storage.sweep({ olderThanMs: 0, now: new Date(Date.now() + LATER) })

    it('receives, lets probe, keeps and reads back', async () => {
      const file = await receive('a clip')
      expect(file).toMatchObject({ sha256: sha256Of('a clip'), bytes: 6 })
      expect(file.tempId).toContain(TOKEN)
      expect(await readFile(file.path, 'utf8')).toBe('a clip')
      const key = clipKey(file.sha256)
      expect(await storage.stat(key)).toBeNull()
      expect(await storage.keep(file, key)).toEqual({ kind: 'kept' })
      expect(await read(key)).toBe('a clip')
      expect(await storage.stat(key)).toMatchObject({ bytes: 6 })
      expect(await unfinished()).toBe(0)
    })

    it('reads a range, both ends included', async () => {
      const result = await put('0123456789')
      if (result.kind !== 'kept') throw new Error(result.kind)
      expect(await read(result.key, { start: 0, end: 0 })).toBe('0')
      expect(await read(result.key, { start: 3, end: 9 })).toBe('3456789')
    })

    it('puts bytes and streams in one step', async () => {
      const key = pictureKey(sha256Of('picture'), 'png')
      const kept = { kind: 'kept', key, sha256: sha256Of('picture'), bytes: 7 }
      expect(await put('picture')).toEqual(kept)
      const source = chunksThen(['pic', 'ture'])
      const options = { token: TOKEN, limitBytes: 7, extension: 'png' } as const
      expect(await storage.put(source, options)).toEqual(kept)
      expect(await read(key)).toBe('picture')
      expect(await unfinished()).toBe(0)
    })

    it('stores the same content once, also when many bring it at once', async () => {
      await Promise.all(Array.from({ length: 20 }, () => put('the same')))
      expect(await read(pictureKey(sha256Of('the same'), 'png'))).toBe('the same')
      expect(await unfinished()).toBe(0)
    })

    it('leaves nothing behind of what is discarded', async () => {
      await storage.discard(await receive('unwanted'))
      expect(await unfinished()).toBe(0)
      expect(await storage.stat(clipKey(sha256Of('unwanted')))).toBeNull()
    })

    it('refuses a source that is too large, in the middle of it', async () => {
      const options = { token: TOKEN, limitBytes: 5, extension: 'mp4' } as const
      const source = chunksThen(['123', '456'], new Error('was read beyond the limit'))
      expect(await storage.put(source, options)).toEqual({ kind: 'too-large' })
      expect(await storage.put(Buffer.from('123456'), options)).toEqual({ kind: 'too-large' })
      expect(await unfinished()).toBe(0)
    })

    it('rethrows a source that breaks off and leaves nothing behind', async () => {
      const broken = new Error('broken off')
      const options = { token: TOKEN, limitBytes: 1000 }
      await expect(storage.receive(chunksThen(['half'], broken), options)).rejects.toBe(broken)
      expect(await unfinished()).toBe(0)
    })

    it('keeps nothing under a key of another content', async () => {
      const file = await receive('mine')
      await expect(storage.keep(file, clipKey(sha256Of('another')))).rejects.toThrow(TypeError)
      expect(await storage.stat(clipKey(sha256Of('another')))).toBeNull()
    })

    it('removes, once', async () => {
      await put('gone')
      const key = pictureKey(sha256Of('gone'), 'png')
      expect(await storage.remove(key)).toBe(true)
      expect(await storage.remove(key)).toBe(false)
      expect(await storage.open(key)).toBeNull()
    })

    it('removes by age: an old file, not a young one, not one that was put there again', async () => {
      await put('old')
      const key = pictureKey(sha256Of('old'), 'png')
      const later = new Date(Date.now() + LATER)
      expect(await storage.removeOld(key, { olderThanMs: 2 * LATER, now: later })).toBe(false)
      expect(await read(key)).toBe('old')
      expect(await storage.removeOld(key, { olderThanMs: LATER / 2, now: later })).toBe(true)
      expect(await storage.open(key)).toBeNull()
      expect(await storage.removeOld(key, { olderThanMs: 0, now: later })).toBe(false)
      expect(await unfinished()).toBe(0)
    })

    it('never takes a file away that is put there again at the same time', async () => {
      const key = pictureKey(sha256Of('again'), 'png')
      await put('again')
      for (let round = 0; round < 300; round += 1) {
        const { modifiedAt } = (await storage.stat(key)) ?? { modifiedAt: new Date() }
        // Old enough is what was there before this round; the new one is ten seconds younger.
        const now = new Date(modifiedAt.getTime() + LATER)
        const file = await receive('again')
        const soon = new Date(modifiedAt.getTime() + 10_000)
        await utimes(file.path, soon, soon)
        await Promise.all([
          storage.removeOld(key, { olderThanMs: LATER, now }),
          storage.keep(file, key),
        ])
        expect(await read(key)).toBe('again')
      }
    })

    it('lists what it keeps, and nothing else', async () => {
      expect(await storage.shards()).toEqual([])
      await put('one')
      await put('two')
      await receive('unfinished')
      const shards = await storage.shards()
      const keys = await Promise.all(shards.map(({ name }) => storage.keysIn(name)))
      const expected = ['one', 'two'].map((content) => pictureKey(sha256Of(content), 'png'))
      expect(keys.flat().sort()).toEqual(expected.sort())
      expect(await storage.keysIn('../..')).toEqual([])
    })

    it('sweeps only what is old enough', async () => {
      const file = await receive('left by a crash')
      const now = new Date(Date.now() + LATER)
      expect(await storage.sweep({ olderThanMs: 2 * LATER, now })).toBe(0)
      expect(await storage.sweep({ olderThanMs: LATER / 2, now })).toBe(1)
      await expect(storage.keep(file, clipKey(file.sha256))).rejects.toThrow()
    })

    it.each([
      '../../etc/passwd',
      'clips/../clips',
      `clips/00/${sha256Of('gone')}.mp4`,
      `clips/${sha256Of('x').slice(0, 2)}/${sha256Of('x')}.mp4/../x`,
      `/clips/${sha256Of('x').slice(0, 2)}/${sha256Of('x')}.mp4`,
      `pictures/${sha256Of('x').slice(0, 2)}/${sha256Of('x')}.svg`,
      `clips/${sha256Of('x').slice(0, 2)}/${sha256Of('x')}.mp4\n`,
      '',
    ])('has nothing under %j', async (key) => {
      expect(await storage.open(key)).toBeNull()
      expect(await storage.stat(key)).toBeNull()
      expect(await storage.remove(key)).toBe(false)
    })

    it.each(['../x', 'a/b', '', 'a.b', 'x'.repeat(81)])('takes no token %j', async (token) => {
      const options = { token, limitBytes: 1 }
      await expect(storage.receive(Buffer.from('x'), options)).rejects.toThrow(TypeError)
    })
  })
}
