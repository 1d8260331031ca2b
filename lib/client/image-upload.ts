import { useMutation } from '@tanstack/react-query'
import type { ImageOnWire } from '@/lib/shared/wire'
import { request, requestFile } from './api'

export type PictureSource =
  | { kind: 'file'; file: File }
  /** An address that the studio fetches itself, once. */
  | { kind: 'address'; url: string }
  /** One of the studio's own example pictures. */
  | { kind: 'example'; path: string }

/** Sends a picture in. Throws ApiError with the reason when it is refused. */
export async function uploadImage(source: PictureSource): Promise<ImageOnWire> {
  if (source.kind === 'address') return postImage({ url: source.url })
  const file =
    source.kind === 'file'
      ? source.file
      : await requestFile(source.path, source.path.split('/').at(-1) ?? 'example')
  const form = new FormData()
  form.set('file', file)
  return postImage(form)
}

/** Callbacks given to `mutate` are those of the latest call only: an older upload that ends late changes nothing. */
export function useImageUpload() {
  return useMutation({ mutationFn: uploadImage })
}

function postImage(body: FormData | { url: string }): Promise<ImageOnWire> {
  return request({
    path: '/api/images',
    method: 'POST',
    body,
    schema: (schemas) => schemas.imageSchema,
  })
}
