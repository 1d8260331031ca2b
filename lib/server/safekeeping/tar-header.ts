/** What an archive has of each file: ustar, as any `tar` reads it (POSIX.1-1988). */
export type TarEntry = { path: string; bytes: number; mode: number; modifiedAt: Date }

export const BLOCK_BYTES = 512
const PATH_MAX_BYTES = 100
/** Eleven digits to the base of eight. */
const SIZE_MAX_BYTES = 8 ** 11 - 1
const CHECKSUM = { start: 148, end: 156 }

/** Throws RangeError on what the plain form cannot say. */
export function writeHeader({ path, bytes, mode, modifiedAt }: TarEntry): Buffer {
  if (Buffer.byteLength(path) > PATH_MAX_BYTES) throw new RangeError(`too long a name: ${path}`)
  if (bytes > SIZE_MAX_BYTES) throw new RangeError(`too large for an archive: ${path}`)
  const header = Buffer.alloc(BLOCK_BYTES)
  header.write(path, 0)
  header.write(octal(mode, 7), 100)
  header.write(octal(0, 7), 108)
  header.write(octal(0, 7), 116)
  header.write(octal(bytes, 11), 124)
  header.write(octal(Math.floor(modifiedAt.getTime() / 1000), 11), 136)
  header.write('0', 156) // a plain file
  header.write('ustar\0', 257)
  header.write('00', 263)
  header.write(`${octal(checksum(header), 6)}\0 `, CHECKSUM.start)
  return header
}

/** Null for the empty block that ends an archive. Throws on anything but a plain file that is named in full. */
export function readHeader(header: Buffer): TarEntry | null {
  if (header.every((byte) => byte === 0)) return null
  const stated = readOctal(header, CHECKSUM.start, 8)
  if (stated === null || stated !== checksum(header))
    throw new Error('it is no archive, or damaged')
  const path = readText(header, 0, PATH_MAX_BYTES)
  const [bytes, mode, seconds] = [
    readOctal(header, 124, 12),
    readOctal(header, 100, 8),
    readOctal(header, 136, 12),
  ]
  const isPlain = header[156] === 0x30 && readText(header, 345, 155) === ''
  if (!isPlain || bytes === null || mode === null || seconds === null)
    throw new Error(`it has something that no backup has: ${JSON.stringify(path)}`)
  return { path, bytes, mode, modifiedAt: new Date(seconds * 1000) }
}

/** How many bytes fill up the last block of a file. */
export function paddingOf(bytes: number): number {
  return (BLOCK_BYTES - (bytes % BLOCK_BYTES)) % BLOCK_BYTES
}

/** The sum of all bytes, its own place taken for spaces. */
function checksum(header: Buffer): number {
  return header.reduce(
    (sum, byte, index) => sum + (index >= CHECKSUM.start && index < CHECKSUM.end ? 0x20 : byte),
    0,
  )
}

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, '0')
}

function readOctal(header: Buffer, start: number, length: number): number | null {
  const text = readText(header, start, length).trim()
  return /^[0-7]+$/.test(text) ? parseInt(text, 8) : null
}

function readText(header: Buffer, start: number, length: number): string {
  const field = header.subarray(start, start + length)
  const end = field.indexOf(0)
  return field.subarray(0, end === -1 ? length : end).toString('utf8')
}
