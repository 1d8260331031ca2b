import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PassThrough, Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keepOpen, type Opened } from './open-files'

const LINGER_MS = 40
const signal = new AbortController().signal

let folder = ''
let opened: Opened[] = []
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'open-files-test-'))
  opened = []
})
afterEach(() => rmSync(folder, { recursive: true }))

const write = (key: string, content: string | Buffer) =>
  writeFileSync(path.join(folder, key), content)
const isClosed = (index = 0) => opened[index]?.handle.fd === -1

function openFiles(lingerMs = LINGER_MS) {
  return keepOpen(async (key) => {
    const handle = await open(path.join(folder, key)).catch(() => null)
    if (!handle) return null
    const { size, mtime } = await handle.stat()
    const file = { handle, bytes: size, modifiedAt: mtime }
    opened.push(file)
    return file
  }, lingerMs)
}

describe('an open file', () => {
  it('is shared by who reads it at once, and closed a moment after the last', async () => {
    write('a', 'content')
    const files = openFiles()
    const [first, second] = await Promise.all([files.open('a'), files.open('a')])
    expect(opened).toHaveLength(1)
    await first?.close()
    await first?.close() // counts once
    await wait(3 * LINGER_MS)
    expect(second && (await text(second.stream()))).toBe('content')
    await expect.poll(() => isClosed()).toBe(true)
  })

  it('is used again by who comes in that moment', async () => {
    write('a', 'content')
    const files = openFiles(60_000)
    await (await files.open('a'))?.close()
    const again = await files.open('a')
    expect(opened).toHaveLength(1)
    await again?.close()
    files.forget('a')
    await expect.poll(() => isClosed()).toBe(true)
  })

  it('that was forgotten is read to its end and then closed, and the next one opens anew', async () => {
    write('a', 'old')
    const files = openFiles(60_000)
    const before = await files.open('a')
    rmSync(path.join(folder, 'a'))
    write('a', 'new')
    files.forget('a')
    const after = await files.open('a')
    expect(before && (await text(before.stream()))).toBe('old')
    expect(after && (await text(after.stream()))).toBe('new')
    await expect.poll(() => isClosed(0)).toBe(true)
    expect(isClosed(1)).toBe(false)
    files.forget('a')
    await expect.poll(() => isClosed(1)).toBe(true)
  })

  it('is looked for again when it was not there', async () => {
    const files = openFiles()
    expect(await files.open('a')).toBeNull()
    write('a', 'content')
    const file = await files.open('a')
    expect(file?.bytes).toBe(7)
    await file?.close()
  })
})

describe('sending', () => {
  const content = Buffer.from(Array.from({ length: 2_000_000 }, (_, index) => index % 251))

  it('gives each of many readers its own bytes, though their memory is used in turn', async () => {
    write('a', content)
    const files = openFiles()
    const read = async (start: number) => {
      const file = await files.open('a')
      const copies: Buffer[] = []
      // A reader that takes its time.
      const slow = new Writable({
        write: (chunk: Buffer, _encoding, done) => {
          setTimeout(() => {
            copies.push(Buffer.from(chunk))
            done()
          }, start % 7)
        },
      })
      await file?.send(slow, { range: { start, end: start + 1_599_999 }, signal })
      return Buffer.concat(copies).equals(content.subarray(start, start + 1_600_000))
    }
    const starts = Array.from({ length: 12 }, (_, index) => index * 30_001)
    expect(await Promise.all(starts.map(read))).not.toContain(false)
  })

  it('ends when whoever reads is gone, and lets the file go', async () => {
    write('a', content)
    const file = await openFiles().open('a')
    const gone = new AbortController()
    const never = new Writable({ write: () => setTimeout(() => gone.abort(), 10) })
    await expect(file?.send(never, { signal: gone.signal })).rejects.toThrow('gone')
    await expect.poll(() => isClosed()).toBe(true)
  })

  it('writes nothing to a target that is closed', async () => {
    write('a', content)
    const file = await openFiles().open('a')
    const closed = new PassThrough().destroy()
    await expect(file?.send(closed, { signal })).rejects.toThrow('gone')
    await expect.poll(() => isClosed()).toBe(true)
  })

  it('is refused when the file has become shorter', async () => {
    write('a', content)
    const file = await openFiles().open('a')
    write('a', 'short')
    const target = new PassThrough().resume()
    await expect(file?.send(target, { signal })).rejects.toThrow('shorter')
  })
})
