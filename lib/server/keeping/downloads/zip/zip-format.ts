/**
 * The parts of a zip archive (APPNOTE.TXT 6.3.10) whose entries are stored as they are: a clip does not get smaller. Above 65,535
 * entries or 4 GiB the zip64 records say what the old ones have no room for.
 */
export type ZipEntry = {
  /** UTF-8, with `/` between folders. */
  name: Buffer
  bytes: number
  crc: number
  at: Date
  /** Of its header, from the beginning of the archive. */
  offset: number
}

/** What an old field says when the zip64 record has the true value. */
const NO_ROOM_16 = 0xffff
const NO_ROOM_32 = 0xffffffff
/** A single file of this size would need zip64 in its own header too; no clip comes near it. */
export const ENTRY_MAX_BYTES = NO_ROOM_32 - 1

const VERSION = 20
const VERSION_ZIP64 = 45
/** Names are UTF-8. */
const FLAGS = 0x0800
const MADE_ON_UNIX = 3 << 8
const PLAIN_FILE = (0o100644 << 16) >>> 0

const LOCAL_BYTES = 30
const CENTRAL_BYTES = 46
const ZIP64_OFFSET_BYTES = 12
const END_BYTES = 22
const END_ZIP64_BYTES = 56 + 20

export function localHeader({ name, bytes, crc, at }: ZipEntry): Buffer {
  const header = Buffer.alloc(LOCAL_BYTES)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(VERSION, 4)
  header.writeUInt16LE(FLAGS, 6)
  header.writeUInt32LE(dosTime(at), 10)
  header.writeUInt32LE(crc, 14)
  header.writeUInt32LE(bytes, 18)
  header.writeUInt32LE(bytes, 22)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, name])
}

export function centralHeader({ name, bytes, crc, at, offset }: ZipEntry): Buffer {
  const isFar = offset >= NO_ROOM_32
  const header = Buffer.alloc(CENTRAL_BYTES)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(MADE_ON_UNIX | VERSION_ZIP64, 4)
  header.writeUInt16LE(isFar ? VERSION_ZIP64 : VERSION, 6)
  header.writeUInt16LE(FLAGS, 8)
  header.writeUInt32LE(dosTime(at), 12)
  header.writeUInt32LE(crc, 16)
  header.writeUInt32LE(bytes, 20)
  header.writeUInt32LE(bytes, 24)
  header.writeUInt16LE(name.length, 28)
  header.writeUInt16LE(isFar ? ZIP64_OFFSET_BYTES : 0, 30)
  header.writeUInt32LE(PLAIN_FILE, 38)
  header.writeUInt32LE(isFar ? NO_ROOM_32 : offset, 42)
  return Buffer.concat(isFar ? [header, name, zip64Offset(offset)] : [header, name])
}

function zip64Offset(offset: number): Buffer {
  const extra = Buffer.alloc(ZIP64_OFFSET_BYTES)
  extra.writeUInt16LE(1, 0)
  extra.writeUInt16LE(8, 2)
  extra.writeBigUInt64LE(BigInt(offset), 4)
  return extra
}

export type Directory = { count: number; bytes: number; offset: number }

/** What stands behind the last of the central headers. */
export function endOfZip(directory: Directory): Buffer {
  const { count, bytes, offset } = directory
  const end = Buffer.alloc(END_BYTES)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Math.min(count, NO_ROOM_16), 8)
  end.writeUInt16LE(Math.min(count, NO_ROOM_16), 10)
  end.writeUInt32LE(Math.min(bytes, NO_ROOM_32), 12)
  end.writeUInt32LE(Math.min(offset, NO_ROOM_32), 16)
  return isLarge(directory) ? Buffer.concat([zip64End(directory), end]) : end
}

function zip64End({ count, bytes, offset }: Directory): Buffer {
  const end = Buffer.alloc(END_ZIP64_BYTES)
  end.writeUInt32LE(0x06064b50, 0)
  end.writeBigUInt64LE(BigInt(56 - 12), 4)
  end.writeUInt16LE(MADE_ON_UNIX | VERSION_ZIP64, 12)
  end.writeUInt16LE(VERSION_ZIP64, 14)
  end.writeBigUInt64LE(BigInt(count), 24)
  end.writeBigUInt64LE(BigInt(count), 32)
  end.writeBigUInt64LE(BigInt(bytes), 40)
  end.writeBigUInt64LE(BigInt(offset), 48)
  end.writeUInt32LE(0x07064b50, 56)
  end.writeBigUInt64LE(BigInt(offset + bytes), 64)
  end.writeUInt32LE(1, 72)
  return end
}

function isLarge({ count, bytes, offset }: Directory): boolean {
  return count >= NO_ROOM_16 || bytes >= NO_ROOM_32 || offset >= NO_ROOM_32
}

/** What one entry adds to an archive: before its own place in it, and in the directory at the end. */
export function entryOverhead(nameBytes: number, offset: number) {
  const isFar = offset >= NO_ROOM_32
  return {
    local: LOCAL_BYTES + nameBytes,
    central: CENTRAL_BYTES + nameBytes + (isFar ? ZIP64_OFFSET_BYTES : 0),
  }
}

export function endBytes(directory: Directory): number {
  return END_BYTES + (isLarge(directory) ? END_ZIP64_BYTES : 0)
}

/** Date above time, to two seconds, from 1980 on. */
function dosTime(at: Date): number {
  const year = Math.max(1980, at.getUTCFullYear()) - 1980
  const date = (year << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate()
  const time =
    (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | Math.floor(at.getUTCSeconds() / 2)
  return ((date << 16) | time) >>> 0
}
