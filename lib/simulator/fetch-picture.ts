import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { checkPicture, MAX_PICTURE_BYTES, PICTURE_CODES, type PictureResult } from './check-picture'

const FETCH_TIMEOUT_MS = 10_000

type Download = { ok: true; bytes: Buffer } | { ok: false; code: number; message: string }

interface FetchOptions {
  timeoutMs?: number
  /** Ends the fetch early, when the simulator stops. */
  signal?: AbortSignal
}

/**
 * Takes in a picture as the gateway would: http, https or a data URI, no redirect followed, at most
 * 10 MB within 10 s, then checked by its content. A refusal carries the maker's code.
 */
export async function fetchPicture(
  address: string,
  options: FetchOptions = {},
): Promise<PictureResult> {
  const download = address.startsWith('data:')
    ? readDataUri(address)
    : await fetchAddress(address, options)
  return download.ok ? checkPicture(download.bytes) : download
}

function readDataUri(address: string): Download {
  const comma = address.indexOf(',')
  if (comma < 0 || !/;base64$/i.test(address.slice(0, comma))) {
    return refuse(PICTURE_CODES.badAddress, 'is a data URI without base64')
  }
  const bytes = Buffer.from(address.slice(comma + 1), 'base64')
  return bytes.length > MAX_PICTURE_BYTES ? tooBig() : { ok: true, bytes }
}

async function fetchAddress(address: string, options: FetchOptions): Promise<Download> {
  const url = URL.canParse(address) ? new URL(address) : null
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    return refuse(PICTURE_CODES.badAddress, 'is not an http, https or data address')
  }
  const timeout = AbortSignal.timeout(options.timeoutMs ?? FETCH_TIMEOUT_MS)
  const signal = options.signal ? AbortSignal.any([timeout, options.signal]) : timeout
  try {
    // A fresh socket each time: a pooled one may have died with the server it led to.
    const response = await get(url, { signal, agent: false, headers: { accept: 'image/*' } })
    return await readPicture(response)
  } catch (error) {
    const reason = signal.aborted ? 'in time' : `(${error instanceof Error ? error.message : ''})`
    return refuse(PICTURE_CODES.notFetched, `could not be fetched ${reason}`)
  }
}

function get(url: URL, options: RequestOptions): Promise<IncomingMessage> {
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest
  return new Promise((resolve, reject) => {
    send(url, options, resolve).once('error', reject).end()
  })
}

async function readPicture(response: IncomingMessage): Promise<Download> {
  if (response.statusCode !== 200) {
    response.destroy()
    return refuse(PICTURE_CODES.notFetched, `answered ${response.statusCode}, not 200`)
  }
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of response) {
    bytes += chunk.length
    // Leaving the loop destroys the response and with it the connection.
    if (bytes > MAX_PICTURE_BYTES) return tooBig()
    chunks.push(Buffer.from(chunk))
  }
  return { ok: true, bytes: Buffer.concat(chunks) }
}

function tooBig(): Download {
  return refuse(PICTURE_CODES.tooBig, 'is larger than 10 MB')
}

function refuse(code: number, message: string): Download {
  return { ok: false, code, message }
}
