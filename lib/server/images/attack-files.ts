import { deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** Pictures for tests, sound ones and such as nobody sends by accident. Colours are flat unless said otherwise. */
type Plain = {
  width?: number
  height?: number
  alpha?: number
  format?: 'jpeg' | 'png' | 'webp'
}

export function plainPicture({ width = 400, height = 300, alpha, format = 'png' }: Plain = {}) {
  const background = { r: 200, g: 40, b: 30, alpha: alpha ?? 1 }
  const channels = alpha === undefined ? 3 : 4
  return sharp({ create: { width, height, channels, background }, limitInputPixels: false })
    .toFormat(format)
    .toBuffer()
}

/** Pixels that no encoder makes small; the same ones every time. */
export function noise(width: number, height: number, channels: 3 | 4) {
  const data = Buffer.alloc(width * height * channels)
  let state = 1
  for (let at = 0; at < data.length; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    data[at] = state >>> 23
  }
  return sharp(data, { raw: { width, height, channels } })
}

const CRC = Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value >>> 0
})

export function pngChunk(type: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  let crc = 0xffffffff
  for (const byte of body) crc = (crc >>> 8) ^ (CRC[(crc ^ byte) & 0xff] ?? 0)
  return Buffer.concat([uint32(data.length), body, uint32(~crc >>> 0)])
}

const PNG_HEADER_BYTES = 8 + 25

/** Puts chunks behind a PNG's header. */
export function withChunks(png: Buffer, ...chunks: Buffer[]): Buffer {
  return Buffer.concat([
    png.subarray(0, PNG_HEADER_BYTES),
    ...chunks,
    png.subarray(PNG_HEADER_BYTES),
  ])
}

export async function animatedPng(frames: number): Promise<Buffer> {
  const control = Buffer.concat([uint32(0), uint32(400), uint32(300), Buffer.alloc(14)])
  const frame = pngChunk('fcTL', control)
  const start = pngChunk('acTL', Buffer.concat([uint32(frames), uint32(0)]))
  return withChunks(await plainPicture(), start, ...Array<Buffer>(frames).fill(frame))
}

export async function animatedWebp(frames: number): Promise<Buffer> {
  const still = await plainPicture({ width: 320, height: 320, format: 'webp' })
  const place = Buffer.concat([uint24(0), uint24(0), uint24(319), uint24(319), uint24(10)])
  const frame = riffChunk('ANMF', Buffer.concat([place, Buffer.alloc(1), still.subarray(12)]))
  const animation = riffChunk('ANIM', Buffer.alloc(6))
  return riff(webpCanvas(2, 320), animation, ...Array<Buffer>(frames).fill(frame))
}

export async function webpOfChunks(chunks: number): Promise<Buffer> {
  const still = await plainPicture({ width: 320, height: 320, format: 'webp' })
  const nothing = riffChunk('NONE', Buffer.alloc(0))
  return riff(webpCanvas(0, 320), still.subarray(12), ...Array<Buffer>(chunks).fill(nothing))
}

/** 256 megapixels of black in some 30 kB: one bit a pixel, well-formed to the last. */
export function pngBomb(side = 16_000): Buffer {
  const rows = Buffer.alloc(side * (1 + Math.ceil(side / 8)))
  const header = Buffer.concat([uint32(side), uint32(side), Buffer.from([1, 0, 0, 0, 0])])
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  const data = pngChunk('IDAT', deflateSync(rows))
  return Buffer.concat([signature, pngChunk('IHDR', header), data, pngChunk('IEND')])
}

/** A JPEG whose header claims these sides. */
export async function jpegClaiming(width: number, height: number): Promise<Buffer> {
  const jpeg = await plainPicture({ format: 'jpeg' })
  const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]))
  jpeg.writeUInt16BE(height, frame + 5)
  jpeg.writeUInt16BE(width, frame + 7)
  return jpeg
}

/** A lossless WebP whose header claims these sides. */
export function webpClaiming(width: number, height: number): Buffer {
  const header = Buffer.alloc(64)
  header[0] = 0x2f
  header.writeUInt32LE((width - 1) | ((height - 1) << 14), 1)
  return riff(riffChunk('VP8L', header))
}

/** A gray progressive JPEG that is sound, but refines nothing in pass after pass over all its blocks. */
export function jpegOfPasses(passes: number, side = 512): Buffer {
  const blocks = (side / 8) ** 2
  const size = Buffer.from([8, side >> 8, side & 0xff, side >> 8, side & 0xff])
  const codes = (...lengths: number[]) =>
    Buffer.from(lengths.concat(Array(16 - lengths.length).fill(0)))
  // One code each: difference 0 for DC; for AC `0`, the end of a band for 2^14 blocks and more, and `10`, for one block.
  const tables = [
    jpegSegment(0xdb, Buffer.concat([Buffer.alloc(1), Buffer.alloc(64, 1)])),
    jpegSegment(0xc2, Buffer.concat([size, Buffer.from([1, 1, 0x11, 0])])),
    jpegSegment(0xc4, Buffer.concat([Buffer.from([0x00]), codes(1), Buffer.from([0])])),
    jpegSegment(0xc4, Buffer.concat([Buffer.from([0x10]), codes(1, 1), Buffer.from([0xe0, 0])])),
  ]
  const nothing = bits('10'.repeat(blocks))
  const scans = Array.from({ length: passes - 1 }, (_, index) => {
    const coefficient = 1 + (index % 63)
    const low = 13 - Math.floor(index / 63)
    const high = low === 13 ? 0 : low + 1
    return [
      jpegSegment(0xda, Buffer.from([1, 1, 0, coefficient, coefficient, (high << 4) | low])),
      nothing,
    ]
  })
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...tables,
    jpegSegment(0xda, Buffer.from([1, 1, 0, 0, 0, 0])),
    bits('0'.repeat(blocks)),
    ...scans.flat(),
    Buffer.from([0xff, 0xd9]),
  ])
}

/** The head of an ISO media file. */
export function mediaContainer(...brands: string[]): Buffer {
  const [major = '', ...others] = brands
  const names = Buffer.from(`ftyp${major}\0\0\0\0${others.join('')}`, 'latin1')
  return Buffer.concat([uint32(names.length + 4), names, Buffer.alloc(500, 7)])
}

function jpegSegment(marker: number, data: Buffer): Buffer {
  const length = data.length + 2
  return Buffer.concat([Buffer.from([0xff, marker, length >> 8, length & 0xff]), data])
}

function bits(text: string): Buffer {
  const bytes = text.match(/.{1,8}/g) ?? []
  return Buffer.from(bytes.map((byte) => parseInt(byte.padEnd(8, '1'), 2)))
}

function webpCanvas(flags: number, side: number): Buffer {
  const sides = [uint24(side - 1), uint24(side - 1)]
  return riffChunk('VP8X', Buffer.concat([Buffer.from([flags, 0, 0, 0]), ...sides]))
}

function riff(...chunks: Buffer[]): Buffer {
  return riffChunk('RIFF', Buffer.concat([Buffer.from('WEBP'), ...chunks]))
}

function riffChunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(data.length)
  return Buffer.concat([Buffer.from(type), length, data, Buffer.alloc(data.length % 2)])
}

function uint24(value: number): Buffer {
  return Buffer.from([value & 0xff, (value >> 8) & 0xff, value >> 16])
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
