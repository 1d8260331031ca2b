import type { Size } from '@/lib/shared/picture-shape'

export type PictureKind = 'jpeg' | 'png' | 'webp' | 'heic' | 'avif' | 'other'

/** What the first bytes of a file say: its kind and, as far as they tell, its pixels upright and whether it may be clear in parts. */
export type PictureHeader = { kind: PictureKind; size: Size | null; mayBeClear: boolean }

/** Where a JPEG's size stands is behind its notes, which phones fill with small pictures and maps of depth. */
export const HEADER_BYTES = 1024 * 1024

export function readHeader(bytes: ArrayBuffer): PictureHeader {
  const view = new DataView(bytes)
  if (view.byteLength < 32) return { kind: 'other', size: null, mayBeClear: false }
  if (view.getUint16(0) === 0xffd8) return readJpeg(view)
  if (view.getUint32(0) === 0x89504e47) return readPng(view)
  if (text(view, 0) === 'RIFF' && text(view, 8) === 'WEBP') return readWebp(view)
  if (text(view, 4) === 'ftyp') return { kind: readBrands(view), size: null, mayBeClear: true }
  return { kind: 'other', size: null, mayBeClear: true }
}

function readJpeg(view: DataView): PictureHeader {
  let turned = false
  for (let at = 2; at + 10 <= view.byteLength;) {
    if (view.getUint8(at) !== 0xff) {
      at += 1
      continue
    }
    const marker = view.getUint8(at + 1)
    if (marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2
      continue
    }
    if (marker === 0xe1 && text(view, at + 4) === 'Exif') turned = isTurned(view, at + 10)
    // Start of frame: C0 to CF, but for tables (C4), an extension (C8) and arithmetic coding's conditions (CC).
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)]
      const size = turned ? { width: height, height: width } : { width, height }
      return { kind: 'jpeg', size, mayBeClear: false }
    }
    at += 2 + view.getUint16(at + 2)
  }
  return { kind: 'jpeg', size: null, mayBeClear: false }
}

/** Whether EXIF's orientation (tag 0x0112, in the first directory) lays the picture on its side. */
function isTurned(view: DataView, start: number): boolean {
  if (start + 8 > view.byteLength) return false
  const isLittle = view.getUint16(start) === 0x4949
  const directory = start + view.getUint32(start + 4, isLittle)
  if (directory + 2 > view.byteLength) return false
  const entries = view.getUint16(directory, isLittle)
  for (let entry = 0; entry < entries; entry += 1) {
    const at = directory + 2 + entry * 12
    if (at + 12 > view.byteLength) return false
    if (view.getUint16(at, isLittle) === 0x0112) return view.getUint16(at + 8, isLittle) > 4
  }
  return false
}

/** Its own note of orientation comes behind the pixels as often as before them: only the decoder knows. */
function readPng(view: DataView): PictureHeader {
  const size = { width: view.getUint32(16), height: view.getUint32(20) }
  return { kind: 'png', size, mayBeClear: true }
}

function readWebp(view: DataView): PictureHeader {
  const kind = text(view, 12)
  if (kind === 'VP8X') {
    const size = { width: 1 + uint24(view, 24), height: 1 + uint24(view, 27) }
    return { kind: 'webp', size, mayBeClear: (view.getUint8(20) & 0x10) !== 0 }
  }
  if (kind === 'VP8L') {
    const bits = view.getUint32(21, true)
    const size = { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) }
    return { kind: 'webp', size, mayBeClear: true }
  }
  const [width, height] = [view.getUint16(26, true), view.getUint16(28, true)]
  const size = { width: width & 0x3fff, height: height & 0x3fff }
  return { kind: 'webp', size: kind === 'VP8 ' ? size : null, mayBeClear: false }
}

/** Brands of the ISO media container; `mif1` and `msf1` name the container alone: mostly HEIC. */
function readBrands(view: DataView): PictureKind {
  const end = Math.min(view.byteLength, view.getUint32(0), 256)
  const brands = [text(view, 8)]
  for (let at = 16; at + 4 <= end; at += 4) brands.push(text(view, at))
  if (brands.some((brand) => brand === 'avif' || brand === 'avis')) return 'avif'
  return brands.some((brand) => /^(he[iv][cxms]|mif[12]|msf1)$/.test(brand)) ? 'heic' : 'other'
}

function text(view: DataView, at: number): string {
  return at + 4 > view.byteLength
    ? ''
    : String.fromCharCode(...new Uint8Array(view.buffer, view.byteOffset + at, 4))
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
}
