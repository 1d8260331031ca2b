import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Archive } from '../keeping/downloads/archive'
import { contentDisposition } from './download-name'
import { refuse } from './refuse'

/** Null where there is none of this name, or none any more. */
export type OpenArchive = (id: string) => Promise<Archive | null>

type Options = {
  request: IncomingMessage
  response: ServerResponse
  id: string
  openArchive: OpenArchive
}

/** Answers GET and HEAD for many clips as one archive, made at the pace at which it is read. */
export async function serveArchive({ request, response, id, openArchive }: Options): Promise<void> {
  const archive = await openArchive(id)
  if (!archive) return refuse({ request, response }, { code: 'not_found' })
  const day = archive.madeAt.toISOString().slice(0, 16).replace(/[T:]/g, '-')
  response.writeHead(200, {
    'Content-Type': 'application/zip',
    'Content-Length': archive.bytes,
    'Content-Disposition': contentDisposition(`clips-${day}`, 'zip'),
    'Cache-Control': 'private, no-store',
  })
  if (request.method === 'HEAD') return void response.end()
  const gone = new AbortController()
  const leave = () => gone.abort()
  response.once('close', leave)
  request.socket.once('close', leave)
  if (request.socket.destroyed) leave()
  try {
    for await (const part of archive.parts()) {
      if (gone.signal.aborted) return
      if (!response.write(part)) await drained(response, gone.signal)
    }
    response.end()
  } finally {
    response.off('close', leave)
    request.socket.off('close', leave)
  }
}

/** When it takes more, or never will: `signal` is what ends the wait, and the writer sees it. */
async function drained(response: ServerResponse, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return
  await once(response, 'drain', { signal }).catch(() => undefined)
}
