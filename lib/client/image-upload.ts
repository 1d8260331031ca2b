import type { PictureEdit } from '@/lib/shared/picture-edit'
import type { ImageOnWire } from '@/lib/shared/wire'
import { ConnectionError, request } from './api'
import type { BringInOptions } from './pictures/bring-in-options'

export type PictureSource =
  | { kind: 'file'; file: File }
  /** An address that the studio fetches itself, once. */
  | { kind: 'address'; url: string }
  /** A file of the studio's own: an example, a picture of the gallery. */
  | { kind: 'example'; path: string }
  /** A stored picture, turned and cut. */
  | { kind: 'edit'; url: string; edit: PictureEdit }

/**
 * Brings a picture in; its original size is that of what was chosen. Throws ApiError with the reason when the studio refuses it,
 * PictureRefusal when the browser does, ConnectionError, or the signal's reason.
 */
export async function bringIn(
  source: PictureSource,
  options: BringInOptions,
): Promise<ImageOnWire> {
  if (source.kind === 'address') return fetchAddress(source.url, options)
  const { bringInEdit, bringInFile, bringInOwn } = await loadPictures()
  if (source.kind === 'edit') return bringInEdit(source, options)
  if (source.kind === 'example') return bringInOwn(source.path, options)
  return bringInFile(source.file, options)
}

/** What scales and sends comes with the first picture, not with the page. */
async function loadPictures() {
  try {
    return await import('./pictures/bring-in')
  } catch (cause) {
    throw new ConnectionError('a part of the page did not come', { cause })
  }
}

function fetchAddress(url: string, { signal, onStage }: BringInOptions): Promise<ImageOnWire> {
  onStage({ kind: 'storing' })
  return request({
    path: '/api/images',
    method: 'POST',
    body: { url },
    signal,
    schema: (schemas) => schemas.imageSchema,
  })
}
