import type { ErrorCode } from '@/lib/shared/errors'

export type PictureKind = 'jpeg' | 'png' | 'webp'
type Identified = { kind: PictureKind } | { refusal: ErrorCode }

const PNG_SIGNATURE = '\x89PNG\r\n\x1a\n'
/** Brands of the ISO media container, as they stand in `ftyp`. `mif1` and `msf1` name the container alone: mostly HEIC. */
const AVIF_BRANDS = new Set(['avif', 'avis'])
const HEIF_BRANDS = new Set([
  ...['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs'],
  ...['mif1', 'mif2', 'msf1'],
])
const BRANDS_MAX_BYTES = 256
/** Enough for the prologue, comments and document type that drawing programs write before `<svg`. */
const SVG_HEAD_BYTES = 4096

/** What a file is by its first bytes; its name and declared type say nothing. */
export function identifyPicture(bytes: Buffer): Identified {
  if (bytes.length === 0) return { refusal: 'picture_missing' }
  const head = bytes.toString('latin1', 0, 12)
  if (head.startsWith('\xff\xd8\xff')) return { kind: 'jpeg' }
  if (head.startsWith(PNG_SIGNATURE)) return { kind: 'png' }
  if (head.startsWith('RIFF') && head.endsWith('WEBP')) return { kind: 'webp' }
  if (head.startsWith('GIF8')) return { refusal: 'picture_gif' }
  if (head.slice(4, 8) === 'ftyp') return { refusal: identifyContainer(bytes) }
  return { refusal: isSvg(bytes) ? 'picture_svg' : 'picture_not_a_picture' }
}

function identifyContainer(bytes: Buffer): ErrorCode {
  const end = Math.min(bytes.length, bytes.readUInt32BE(0), BRANDS_MAX_BYTES)
  const brands = [bytes.toString('latin1', 8, 12)]
  for (let at = 16; at + 4 <= end; at += 4) brands.push(bytes.toString('latin1', at, at + 4))
  if (brands.some((brand) => AVIF_BRANDS.has(brand))) return 'picture_avif'
  if (brands.some((brand) => HEIF_BRANDS.has(brand))) return 'picture_heic'
  return 'picture_not_a_picture'
}

/** Whether `<svg` is the first element. Zero bytes are dropped first, so that UTF-16 reads alike. */
function isSvg(bytes: Buffer): boolean {
  let text = bytes
    .toString('latin1', 0, SVG_HEAD_BYTES)
    .replace(/\0/g, '')
    .replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .trimStart()
  for (let end = prologueEnd(text); end > 0; end = prologueEnd(text)) {
    text = text.slice(end).trimStart()
  }
  return /^<(\w+:)?svg[\s>/]/i.test(text)
}

/** Where a leading `<?…?>`, comment or document type ends; 0 when there is none. */
function prologueEnd(text: string): number {
  if (text.startsWith('<?')) return after(text, '?>')
  if (text.startsWith('<!--')) return after(text, '-->')
  if (!/^<!doctype\s/i.test(text)) return 0
  const subset = text.indexOf('[')
  const end = text.indexOf('>')
  return subset >= 0 && subset < end ? after(text, ']>') : end + 1
}

function after(text: string, mark: string): number {
  const at = text.indexOf(mark)
  return at < 0 ? 0 : at + mark.length
}
