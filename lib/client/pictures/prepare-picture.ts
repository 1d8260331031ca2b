import { PICTURE } from '@/lib/shared/limits'
import { UNTOUCHED, type PictureEdit } from '@/lib/shared/picture-edit'
import { shapeProblem, type Size } from '@/lib/shared/picture-shape'
import { PictureRefusal } from './picture-refusal'
import { HEADER_BYTES, readHeader, type PictureHeader } from './read-header'
import { renderPicture } from './render-picture'

const MEBIBYTE = 1024 * 1024

/** What is sent. `original`: the pixels before, upright, where they were changed here. */
export type Prepared = { file: File; original: Size | null }

type Options = {
  signal: AbortSignal
  /** Bytes that the studio takes. */
  maxBytes: number
  render?: typeof renderPicture
}

/**
 * Brings a picture within the gateway's limits before it is sent; what fits already stays as it is, to the byte. What this
 * browser cannot open is left to the server, but for HEIC and AVIF, which it would refuse. Throws PictureRefusal.
 */
export async function preparePicture(file: File, options: Options): Promise<Prepared> {
  const header = readHeader(await readStart(file))
  options.signal.throwIfAborted()
  refuseShape(header.size)
  const prepared = needsWork(file, header) ? await rendered(file, header, options) : null
  return refuseWeight(prepared ?? { file, original: null }, options.maxBytes)
}

/** The same for a picture of the studio's own that is to be edited. `name`: what the new file is called. */
export async function prepareEdit(
  file: File,
  { edit, ...options }: Options & { edit: PictureEdit },
): Promise<Prepared> {
  const { signal, render = renderPicture } = options
  const mayBeClear = file.type !== 'image/jpeg'
  const drawn = await render({ file, edit, maxSide: PICTURE.maxSide, mayBeClear }, signal)
  if (!drawn) throw new PictureRefusal('picture_truncated')
  return refuseWeight(
    { file: named(drawn.blob, file.name), original: drawn.original },
    options.maxBytes,
  )
}

async function rendered(
  file: File,
  { kind, mayBeClear }: PictureHeader,
  { signal, render = renderPicture }: Options,
): Promise<Prepared | null> {
  const job = { file, edit: UNTOUCHED, maxSide: PICTURE.maxSide, mayBeClear }
  const drawn = await render(job, signal)
  if (drawn) {
    refuseShape(drawn.original)
    return { file: named(drawn.blob, file.name), original: drawn.original }
  }
  if (kind === 'heic') throw new PictureRefusal('picture_heic')
  if (kind === 'avif') throw new PictureRefusal('picture_avif')
  return null
}

function needsWork(file: File, { kind, size }: PictureHeader): boolean {
  if (kind === 'heic' || kind === 'avif') return true
  if (kind === 'other') return false
  const isLarge = !size || Math.max(size.width, size.height) > PICTURE.maxSide
  return isLarge || file.size > PICTURE.maxSentBytes
}

function refuseShape(size: Size | null): void {
  const problem = size && shapeProblem(size)
  if (problem) throw new PictureRefusal(problem.code, problem.values)
}

function refuseWeight(prepared: Prepared, maxBytes: number): Prepared {
  if (prepared.file.size <= maxBytes) return prepared
  throw new PictureRefusal('picture_too_heavy', { max: Math.floor(maxBytes / MEBIBYTE) })
}

/** A file that was moved or deleted since it was chosen cannot be read any more. */
async function readStart(file: File): Promise<ArrayBuffer> {
  try {
    return await file.slice(0, HEADER_BYTES).arrayBuffer()
  } catch {
    throw new PictureRefusal('picture_truncated')
  }
}

const EXTENSIONS: Record<string, string> = { 'image/jpeg': 'jpg', 'image/webp': 'webp' }

function named(blob: Blob, name: string): File {
  const base = name.replace(/\.[^.]*$/, '')
  return new File([blob], `${base}.${EXTENSIONS[blob.type] ?? 'png'}`, { type: blob.type })
}
