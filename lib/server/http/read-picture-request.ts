import * as z from 'zod'
import { env } from '../env'
import { fetchPicture } from '../images/fetch-picture'
import { readUpload } from '../images/read-upload'
import { assertRoom } from '../storage/disk-room'
import { parse } from './parse'
import { readJson } from './read-json'

const linkSchema = z.strictObject({ url: z.url() })

/** The bytes of a picture, sent as multipart `file` or named by a link that is fetched once by the guarded fetcher. */
export async function readPictureRequest(request: Request): Promise<Buffer> {
  await assertRoom()
  const maxBytes = env().uploadMaxBytes
  const isLink = request.headers.get('content-type')?.toLowerCase().startsWith('application/json')
  if (!isLink) return readUpload(request, { maxBytes })
  const { url } = parse(linkSchema, await readJson(request))
  return fetchPicture(url, { maxBytes })
}
