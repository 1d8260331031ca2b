import type { PictureKind } from './identify-picture'

/** What a file's own structure says, read without decoding a pixel. */
export type Structure = {
  frames: number
  isSound: boolean
  /** What the decoder takes for damage. At `warning` a JPEG whose data ends before its last row is found out. */
  failOn: 'warning' | 'error'
}

/** Camera and web files have up to some twenty passes. Each costs a walk over all pixels, and a bomb has thousands. */
const JPEG_SCANS_MAX = 64
const JPEG = { baseline: 0xc0, extended: 0xc1, end: 0xd9, scan: 0xda } as const
/** Bytes looked at one by one before a search; measured. */
const LEAP_AFTER = 16
/** What a scan that is no progressive pass says at its end; some phones write something else, which harms nothing. */
const WHOLE_SPECTRUM = Buffer.from([0, 63, 0])

/** An honest file of 50 MB in pieces of 8 kB stays far below; a file of empty ones keeps a decoder busy for nothing. */
const CHUNKS_MAX = 50_000
const PNG = { animation: tag('acTL'), end: tag('IEND') } as const
const WEBP_FRAME = tag('ANMF')

/** Looks for what the decoders pass over: announced frames, a missing end, piles of passes or chunks. */
export function inspectStructure(bytes: Buffer, kind: PictureKind): Structure {
  if (kind === 'jpeg') return inspectJpeg(bytes)
  // Here warnings are about colour profiles and the like: they come with good pictures.
  return { ...(kind === 'png' ? inspectPng(bytes) : inspectWebp(bytes)), failOn: 'error' }
}

type Chunks = Pick<Structure, 'frames' | 'isSound'>

/** PNG's decoder knows no animation, and does not miss the end once it has all pixels. */
function inspectPng(bytes: Buffer): Chunks {
  let frames = 1
  let at = 8
  for (let chunk = 0; chunk < CHUNKS_MAX && at + 12 <= bytes.length; chunk += 1) {
    const length = bytes.readUInt32BE(at)
    const type = bytes.readUInt32BE(at + 4)
    const next = at + 12 + length
    if (next > bytes.length) break
    if (type === PNG.animation && length >= 4) frames = bytes.readUInt32BE(at + 8)
    if (type === PNG.end) return { frames, isSound: true }
    at = next
  }
  return { frames, isSound: false }
}

/** That a WebP is cut off its decoder says by itself. Frames are counted here because its own list of ten thousand takes long. */
function inspectWebp(bytes: Buffer): Chunks {
  let frames = 0
  let others = 0
  for (let at = 12; at + 8 <= bytes.length;) {
    const length = bytes.readUInt32LE(at + 4)
    if (bytes.readUInt32BE(at) === WEBP_FRAME) frames += 1
    else others += 1
    at += 8 + length + (length % 2)
  }
  return { frames: Math.max(1, frames), isSound: others <= CHUNKS_MAX }
}

/** Walks the segments as the decoder does, over whatever lies in between. That the end is missing it says by itself. */
function inspectJpeg(bytes: Buffer): Structure {
  let scans = 0
  let isSequential = false
  let isInScan = false
  let isOdd = false
  for (let from = 2; scans <= JPEG_SCANS_MAX;) {
    const at = nextMarker(bytes, from)
    const marker = bytes[at + 1] ?? JPEG.end
    if (marker === JPEG.end || at + 4 > bytes.length) break
    if (!isInScan && at > from) isOdd = true
    from = at + 2
    if (hasNoLength(marker)) continue
    from += bytes.readUInt16BE(from)
    isInScan = marker === JPEG.scan
    if (marker === JPEG.baseline || marker === JPEG.extended) isSequential = true
    if (!isInScan) continue
    scans += 1
    if (isSequential && !bytes.subarray(from - 3, from).equals(WHOLE_SPECTRUM)) isOdd = true
  }
  return { frames: 1, isSound: scans <= JPEG_SCANS_MAX, failOn: isOdd ? 'error' : 'warning' }
}

/** Where the next marker is. A search leaps over what a photograph has in between, but alone it is slow where 0xff abounds. */
function nextMarker(bytes: Buffer, from: number): number {
  let misses = 0
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1]
    if (bytes[at] === 0xff) {
      if (next !== 0 && next !== 0xff) return at
      misses = 0
    } else if (next !== 0xff && (misses += 1) > LEAP_AFTER) {
      const found = bytes.indexOf(0xff, at + 1)
      if (found < 0) break
      at = found - 1
      misses = 0
    }
  }
  return bytes.length
}

/** Restarts, and a mark for private use. */
function hasNoLength(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)
}

function tag(name: string): number {
  return Buffer.from(name, 'latin1').readUInt32BE(0)
}
