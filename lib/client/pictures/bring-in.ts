import type { PictureEdit } from '@/lib/shared/picture-edit'
import type { ImageOnWire } from '@/lib/shared/wire'
import { request, requestFile } from '../api'
import type { BringInOptions } from './bring-in-options'
import { prepareEdit, preparePicture, type Prepared } from './prepare-picture'
import { fingerprint, recallUpload, rememberUpload } from './recent-uploads'

/** Prepares a file and sends it; the same one again is not sent again by this tab. */
export async function bringInFile(file: File, options: BringInOptions): Promise<ImageOnWire> {
  options.onStage({ kind: 'preparing' })
  const print = await fingerprint(file)
  options.signal.throwIfAborted()
  const known = recallUpload(print)
  if (known) return known
  const image = await sendPrepared(await preparePicture(file, options), options)
  rememberUpload(print, image)
  return image
}

/** A stored picture, turned and cut, as a new one. */
export async function bringInEdit(
  source: { url: string; edit: PictureEdit },
  options: BringInOptions,
): Promise<ImageOnWire> {
  options.onStage({ kind: 'preparing' })
  const file = await requestFile(source.url, nameOf(source.url), options.signal)
  return sendPrepared(await prepareEdit(file, { ...options, edit: source.edit }), options)
}

/** A file of the studio's own, brought in as it is. */
export async function bringInOwn(path: string, options: BringInOptions): Promise<ImageOnWire> {
  return bringInFile(await requestFile(path, nameOf(path), options.signal), options)
}

async function sendPrepared(
  { file, original }: Prepared,
  { signal, onStage }: BringInOptions,
): Promise<ImageOnWire> {
  const form = new FormData()
  form.set('file', file)
  onStage({ kind: 'sending', share: 0 })
  const image = await request({
    path: '/api/images',
    method: 'POST',
    body: form,
    signal,
    onProgress: (share) => onStage(share < 1 ? { kind: 'sending', share } : { kind: 'storing' }),
    schema: (schemas) => schemas.imageSchema,
  })
  if (!original) return image
  return { ...image, originalWidth: original.width, originalHeight: original.height }
}

function nameOf(path: string): string {
  return path.split('/').at(-1) ?? 'picture'
}
