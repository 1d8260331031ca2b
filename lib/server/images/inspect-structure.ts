import type { PictureKind } from './identify-picture'

/** What a file's own structure says, read without decoding a pixel. */
export type Structure = { frames: number; isSound: boolean }

/** Camera and web files have up to some twenty passes. Each costs a walk over all pixels, and a bomb has thousands. */
const JPEG_SCANS_MAX = 64
const MARKER = { tem: 0x01, restart0: 0xd0, restart7: 0xd7, end: 0xd9, scan: 0xda } as const

/** An honest file of 50 MB in pieces of 8 kB stays far below; a file of empty ones keeps a decoder busy for nothing. */
const CHUNKS_MAX = 50_000
const PNG = { animation: tag('acTL'), end: tag('IEND') } as const
const WEBP_FRAME = tag('ANMF')

/** Looks for what the decoders pass over: announced frames, a missing end, piles of passes or chunks. */
export function inspectStructure(bytes: Buffer, kind: PictureKind): Structure {
  if (kind === 'png') return inspectPng(bytes)
  if (kind === 'webp') return inspectWebp(bytes)
  return { frames: 1, isSound: hasSaneScans(bytes) }
}

/** PNG's decoder knows no animation, and does not miss the end once it has all pixels. */
function inspectPng(bytes: Buffer): Structure {
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

/** That a WebP is cut off its decoder says by itself. Frames are counted to the end: that is cheaper than asking it. */
function inspectWebp(bytes: Buffer): Structure {
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

/** Walks the segments to the end of the picture, or of what there is: that the end is missing its decoder says by itself. */
function hasSaneScans(bytes: Buffer): boolean {
  let scans = 0
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1] ?? MARKER.end
    if (marker === MARKER.end) break
    if (marker === 0xff) at += 1
    else if (marker === MARKER.tem || isRestart(marker)) at += 2
    else at += 2 + bytes.readUInt16BE(at + 2)
    if (marker !== MARKER.scan) continue
    scans += 1
    if (scans > JPEG_SCANS_MAX) return false
    at = endOfScan(bytes, at)
  }
  return true
}

/** The next marker that is neither a stuffed zero nor a restart. A plain loop: a search per 0xff is slow where all are. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    if (bytes[at] !== 0xff) continue
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && !isRestart(next)) return at
  }
  return bytes.length
}

function isRestart(marker: number): boolean {
  return marker >= MARKER.restart0 && marker <= MARKER.restart7
}

function tag(name: string): number {
  return Buffer.from(name, 'latin1').readUInt32BE(0)
}
