import { crc32 } from 'node:zlib'

export type ReadEntry = { name: string; bytes: Buffer; isSound: boolean }

/** Reads an archive by its directory, as unzippers do, and holds each entry against its own head. For tests. */
export function readZip(zip: Buffer): ReadEntry[] {
  const end = zip.lastIndexOf(Buffer.from('504b0506', 'hex'))
  const isLarge = zip.readUInt16LE(end + 10) === 0xffff || zip.readUInt32LE(end + 16) === 0xffffffff
  const end64 = isLarge ? Number(zip.readBigUInt64LE(end - 20 + 8)) : 0
  const count = isLarge ? Number(zip.readBigUInt64LE(end64 + 32)) : zip.readUInt16LE(end + 10)
  let at = isLarge ? Number(zip.readBigUInt64LE(end64 + 48)) : zip.readUInt32LE(end + 16)
  return Array.from({ length: count }, () => {
    if (zip.readUInt32LE(at) !== 0x02014b50) throw new Error('no central header')
    const [crc, size] = [zip.readUInt32LE(at + 16), zip.readUInt32LE(at + 24)]
    const [nameBytes, extraBytes] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30)]
    const name = zip.toString('utf8', at + 46, at + 46 + nameBytes)
    const local = zip.readUInt32LE(at + 42)
    at += 46 + nameBytes + extraBytes
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const bytes = zip.subarray(from, from + size)
    const isSound =
      zip.readUInt32LE(local) === 0x04034b50 &&
      zip.toString('utf8', local + 30, local + 30 + nameBytes) === name &&
      zip.readUInt32LE(local + 14) === crc &&
      crc32(bytes) === crc
    return { name, bytes, isSound }
  })
}
