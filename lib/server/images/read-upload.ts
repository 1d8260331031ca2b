import { Busboy, type BusboyInstance } from '@fastify/busboy'
import { AppError } from '@/lib/shared/errors'
import { tooHeavy } from './too-heavy'

const FIELD = 'file'
/** What a form with one file needs around it: boundaries, part headers, a name of 4 kB. */
const FORM_BYTES = 64 * 1024
const PART_HEADER_BYTES = 16 * 1024

type Form = {
  parser: BusboyInstance
  /** Settles with the first of: the whole form, a refusal. */
  file: Promise<Buffer>
  refuse: (error: AppError) => void
}

/**
 * The bytes of the one file of a multipart form, its field named `file`. The name that it has on the sender's disk is never
 * looked at. Throws AppError: unsupported_media_type, picture_missing, picture_too_heavy, bad_request (other or more parts),
 * upload_broken. Nothing touches the disk.
 */
export async function readUpload(
  request: Request,
  { maxBytes }: { maxBytes: number },
): Promise<Buffer> {
  const parser = openParser(request.headers.get('content-type') ?? '', maxBytes)
  if (!parser) throw new AppError('unsupported_media_type')
  if (!request.body) throw new AppError('picture_missing')
  const form = openForm(parser, maxBytes)
  if (Number(request.headers.get('content-length')) > maxBytes + FORM_BYTES) {
    form.refuse(tooHeavy(maxBytes))
  }
  void pump(request.body.getReader(), form, maxBytes)
  return form.file
}

function openParser(contentType: string, maxBytes: number): BusboyInstance | null {
  if (!/^multipart\/form-data\s*;/i.test(contentType)) return null
  try {
    return new Busboy({
      headers: { 'content-type': contentType },
      limits: {
        parts: 2,
        files: 1,
        fields: 0,
        fileSize: maxBytes,
        headerSize: PART_HEADER_BYTES,
        headerPairs: 20,
      },
    })
  } catch {
    return null // no boundary: the one thing it can object to before the body
  }
}

function openForm(parser: BusboyInstance, maxBytes: number): Form {
  let refuse: Form['refuse'] = () => {}
  const broken = (cause: unknown) => refuse(new AppError('upload_broken', 'cut off', { cause }))
  const file = new Promise<Buffer>((resolve, reject) => {
    refuse = reject
    let chunks: Buffer[] | null = null
    parser.on('file', (name, stream) => {
      stream.on('error', broken)
      stream.on('limit', () => refuse(tooHeavy(maxBytes)))
      if (name === FIELD) {
        const received: Buffer[] = (chunks = [])
        stream.on('data', (chunk: Buffer) => received.push(chunk))
      } else {
        refuse(new AppError('picture_missing', 'the file is in another field'))
        stream.resume()
      }
    })
    const tooMany = () => refuse(new AppError('bad_request', 'more than one file in the form'))
    parser.on('partsLimit', tooMany).on('filesLimit', tooMany).on('fieldsLimit', tooMany)
    parser.on('error', broken)
    parser.on('finish', () => {
      if (chunks) resolve(Buffer.concat(chunks))
      else refuse(new AppError('picture_missing', 'no file in the form'))
    })
  })
  return { parser, file, refuse }
}

/**
 * Feeds the parser. A refused body is read on without being kept, up to twice what an honest one may have: a browser reads an
 * answer only when it has sent everything. Never rejects: what goes wrong refuses the form.
 */
async function pump(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  { parser, file, refuse }: Form,
  maxBytes: number,
): Promise<void> {
  let isSettled = false
  const settle = () => void (isSettled = true)
  const settled = file.then(settle, settle)
  let left = maxBytes + FORM_BYTES
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      left -= value.byteLength
      if (left < 0) refuse(tooHeavy(maxBytes))
      if (left < -maxBytes) return await reader.cancel()
      if (!isSettled) await Promise.race([write(parser, value), settled])
    }
    if (!isSettled) parser.end()
  } catch (cause) {
    refuse(new AppError('upload_broken', 'the connection broke', { cause }))
  }
}

function write(parser: BusboyInstance, bytes: Uint8Array): Promise<void> {
  const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return new Promise((resolve) => parser.write(chunk, () => resolve()))
}
