import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { readZip } from './test-zip'
import { centralHeader, endOfZip } from './zip-format'
import { createZipLength, createZipWriter } from './zip-writer'

const at = new Date('2026-03-01T10:00:02Z')

function write(files: readonly (readonly [string, string])[]): Buffer {
  const zip = createZipWriter()
  const parts = files.flatMap(([name, text]) => {
    const bytes = Buffer.from(text)
    const entry = { name: Buffer.from(name), bytes: bytes.length, crc: crc32(bytes), at }
    return [zip.begin(entry), bytes]
  })
  return Buffer.concat([...parts, ...zip.end()])
}

test('what is written is read, with names in any script', () => {
  const files = [
    ['a.mp4', 'one'],
    ['夜景-😀.mp4', ''],
    ['manifest.json', '{}'],
  ] as const
  const read = readZip(write(files))
  expect(read.map(({ name, bytes }) => [name, bytes.toString()])).toEqual(files)
  expect(read.every(({ isSound }) => isSound)).toBe(true)
})

test('its length is known before it is there, below and above 65,535 entries', () => {
  for (const count of [0, 3, 65_534, 65_535, 70_000]) {
    const length = createZipLength()
    const files = Array.from({ length: count }, (_, index) => [`${index}`, 'x'] as const)
    for (const [name] of files) length.add(name.length, 1)
    const zip = write(files)
    expect(length.total()).toBe(zip.length)
    expect(readZip(zip).length).toBe(count)
  }
})

test('a last entry fills what was promised', () => {
  const zip = createZipWriter()
  const head = zip.begin({ name: Buffer.from('a'), bytes: 0, crc: 0, at })
  const room = zip.roomFor(1, 1_000)
  const last = zip.begin({ name: Buffer.from('b'), bytes: room, crc: 0, at })
  expect(Buffer.concat([head, last, Buffer.alloc(room), ...zip.end()]).length).toBe(1_000)
})

test('what lies beyond 4 GiB is said in 64 bits', () => {
  const far = 5_000_000_000
  const header = centralHeader({ name: Buffer.from('a'), bytes: 1, crc: 0, at, offset: far })
  expect(header.readUInt32LE(42)).toBe(0xffffffff)
  expect(header.readBigUInt64LE(46 + 1 + 4)).toBe(BigInt(far))
  const end = endOfZip({ count: 1, bytes: header.length, offset: far })
  expect(end.readUInt32LE(0)).toBe(0x06064b50)
  expect(end.readBigUInt64LE(48)).toBe(BigInt(far))
  expect(end.readBigUInt64LE(56 + 8)).toBe(BigInt(far + header.length))
})
