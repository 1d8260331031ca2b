import type { IncomingMessage, ServerResponse } from 'node:http'
import { chooseRange, ifRangeHolds, type ByteRange } from '../storage/ranges'
import type { StoredFile } from '../storage/types'
import { contentDisposition } from './download-name'
import type { FileAddress } from './media-address'
import { refuse } from './refuse'

/** A file behind an address, as its row knows it. */
export type MediaFile = { storageKey: string; contentType: string; sha256: string }

/** Looks a file up for whoever asks; null where that person has none of that name. */
export type FindFile = (address: FileAddress) => Promise<MediaFile | null>

/** Opens a file of the storage; null where there is none. */
export type OpenFile = (storageKey: string) => Promise<StoredFile | null>

type Exchange = { request: IncomingMessage; response: ServerResponse }
type Options = Exchange & { address: FileAddress; find: FindFile; openFile: OpenFile }

/** The address names the content, so what is behind it never changes. A signed one dies soon and is not kept. */
const CACHING = {
  stored: 'private, max-age=31536000, immutable',
  input: 'private, no-store',
} as const

/** Answers GET and HEAD for a clip or a picture. */
export async function serveMedia(options: Options): Promise<void> {
  const { request, response, address, find, openFile } = options
  const found = await find(address)
  if (!found?.storageKey.endsWith(`.${address.extension}`)) {
    return refuse({ request, response }, { code: 'not_found' })
  }
  const etag = `"${found.sha256}"`
  const lasting = { ETag: etag, 'Cache-Control': CACHING[address.kind] }
  if (isNamed(request.headers['if-none-match'], etag)) {
    return void response.writeHead(304, lasting).end()
  }
  const file = await openFile(found.storageKey)
  if (!file) return refuse({ request, response }, { code: 'not_found' })
  const head = {
    ...lasting,
    ...dispositionOf(address),
    'Content-Type': found.contentType,
    'Accept-Ranges': 'bytes',
  }
  if (request.method !== 'HEAD') return sendFile({ request, response }, { file, etag, head })
  await file.close()
  response.writeHead(200, { ...head, 'Content-Length': file.bytes }).end()
}

function dispositionOf(address: FileAddress): Record<string, string> {
  if (address.kind !== 'stored' || address.downloadName === null) return {}
  return { 'Content-Disposition': contentDisposition(address.downloadName, address.extension) }
}

type Sending = { file: StoredFile; etag: string; head: Record<string, string> }

async function sendFile(exchange: Exchange, { file, etag, head }: Sending): Promise<void> {
  const { request, response } = exchange
  const [ifRange] = [request.headers['if-range']].flat()
  const wanted = ifRangeHolds(ifRange, etag) ? request.headers.range : null
  const choice = chooseRange(wanted, file.bytes)
  if (choice.kind === 'unsatisfiable') {
    await file.close()
    const headers = { 'Content-Range': `bytes */${file.bytes}`, 'Accept-Ranges': 'bytes' }
    return refuse(exchange, { code: 'range_not_satisfiable', headers })
  }
  if (choice.kind === 'whole') {
    response.writeHead(200, { ...head, 'Content-Length': file.bytes })
    return send(exchange, file)
  }
  const { start, end } = choice.range
  response.writeHead(206, {
    ...head,
    'Content-Length': end - start + 1,
    'Content-Range': `bytes ${start}-${end}/${file.bytes}`,
  })
  return send(exchange, file, choice.range)
}

/** A player that breaks off, as every seek does, is no trouble of ours. */
async function send(exchange: Exchange, file: StoredFile, range?: ByteRange): Promise<void> {
  const { request, response } = exchange
  const gone = new AbortController()
  const leave = () => gone.abort()
  // The socket's own: an answer that still waits for an earlier one on its connection never hears that it is closed.
  request.socket.once('close', leave)
  if (request.socket.destroyed) leave()
  try {
    await file.send(response, { range, signal: gone.signal })
  } catch (error) {
    if (!gone.signal.aborted && !response.destroyed && !isBrokenOff(error)) throw error
  } finally {
    request.socket.off('close', leave)
  }
}

const BROKEN_OFF = ['ECONNRESET', 'EPIPE']

function isBrokenOff(error: unknown): boolean {
  return error instanceof Error && 'code' in error && BROKEN_OFF.includes(String(error.code))
}

function isNamed(header: string | undefined, etag: string): boolean {
  const names = (header ?? '').split(',').map((name) => name.trim().replace(/^W\//, ''))
  return names.includes(etag) || names.includes('*')
}
