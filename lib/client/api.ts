import type * as z from 'zod/mini'
import type { ErrorBody } from '@/lib/shared/wire'
import { parseJson } from './parse-json'
import type * as schemas from './schemas'

/** Milliseconds until a question without an answer counts as broken off. Uploads have no such limit. */
const ANSWER_TIMEOUT_MS = 30_000

type Schemas = typeof schemas
type WireField = NonNullable<ErrorBody['error']['fields']>[number]

/** The server said no, or something that cannot be read (`unreadable`). `sentence` is in the reader's language. */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly sentence: string | null
  readonly fields: readonly WireField[]
  override readonly name = 'ApiError'

  constructor(status: number, error: ErrorBody['error'] | null) {
    super(`${status} ${error?.code ?? 'unreadable'}`)
    this.status = status
    this.code = error?.code ?? 'unreadable'
    this.sentence = error?.message ?? null
    this.fields = error?.fields ?? []
  }
}

/** No answer at all: offline, or the studio is not running. What was asked may have happened all the same. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError'
}

/** Somebody was faster, perhaps this person with the click before: it is as it was wanted, or as somebody else wanted it. */
export function isAlready(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 409 || error.status === 404)
}

type Call = {
  path: string
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Sent as JSON, or as it is where it is a form. */
  body?: unknown
  headers?: Record<string, string>
  signal?: AbortSignal
  /** Hears how much of a form has gone, 0 to 1. */
  onProgress?: (share: number) => void
}

/** One question to the studio; the answer is parsed with the schema that is picked. Throws ApiError or ConnectionError. */
export async function request<Schema extends z.ZodMiniType>(
  options: Call & { schema: (schemas: Schemas) => Schema },
): Promise<z.output<Schema>> {
  const [response, schemas] = await Promise.all([send(options), loadSchemas()])
  const parsed = schemas && options.schema(schemas).safeParse(await readJson(response))
  if (!parsed?.success) throw new ApiError(response.status, null)
  return parsed.data
}

/** The same for what a page asks for as it loads: `read` parses it, and zod is not fetched for it. */
export async function requestRead<Value>(
  options: Call & { read: (answer: unknown) => Value | null },
): Promise<Value> {
  const response = await send(options)
  const value = options.read(await readJson(response))
  if (value === null) throw new ApiError(response.status, null)
  return value
}

/** The same for an answer without a body. */
export async function requestNothing(options: Call): Promise<void> {
  await send(options)
}

/** Bytes of a file of the studio's own, as a browser would have them from a person's disk. */
export async function requestFile(path: string, name: string, signal?: AbortSignal): Promise<File> {
  const response = await send({ path, signal })
  const blob = await response.blob()
  return new File([blob], name, { type: blob.type })
}

async function send(call: Call): Promise<Response> {
  const response = await fetchOnce(call)
  if (response.ok) return response
  const schemas = await loadSchemas()
  const parsed = schemas?.errorBodySchema.safeParse(await readJson(response))
  throw new ApiError(response.status, parsed?.success ? parsed.data.error : null)
}

/**
 * Beside the first question and not with the page: pages come with their data, and zod is heavy. Null where they are not to be had,
 * as in a tab that is older than the studio: then no answer can be read, and it takes a reload.
 */
function loadSchemas(): Promise<Schemas | null> {
  return import('./schemas').catch(() => null)
}

async function fetchOnce(call: Call): Promise<Response> {
  const { path, method = 'GET', body, headers, signal, onProgress } = call
  const isForm = body instanceof FormData
  const isJson = body !== undefined && !isForm
  const url = new URL(path, document.baseURI)
  try {
    if (isForm && onProgress) {
      const { sendWithProgress } = await import('./send-with-progress')
      return await sendWithProgress({ url, body, signal, onProgress })
    }
    return await fetch(
      new Request(url, {
        method,
        headers: { ...(isJson && { 'content-type': 'application/json' }), ...headers },
        body: isForm ? body : isJson ? JSON.stringify(body) : undefined,
        signal: signal ?? (isForm ? undefined : AbortSignal.timeout(ANSWER_TIMEOUT_MS)),
      }),
    )
  } catch (error) {
    if (signal?.aborted) throw error
    throw new ConnectionError('no answer', { cause: error })
  }
}

/** Undefined where the body is no JSON: the schema then refuses it. */
async function readJson(response: Response): Promise<unknown> {
  return parseJson(await response.text())
}
