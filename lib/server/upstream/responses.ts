import * as z from 'zod'

const text = z.union([z.string(), z.number()]).transform(String)

/** The page's envelope and the `{error: …}` form seen on another route. Unknown keys are ignored, wrong types dropped. */
const dataSchema = z.looseObject({
  urls: z.array(z.unknown()).optional().catch(undefined),
  url: z.string().optional().catch(undefined),
  video_url: z.string().optional().catch(undefined),
  usage: z.record(z.string(), z.unknown()).nullish().catch(undefined),
  expired: text.nullish().catch(undefined),
  task_id: text.nullish().catch(undefined),
  task_status: text.nullish().catch(undefined),
})

const envelopeSchema = z.looseObject({
  code: z.union([z.number(), z.string()]).optional().catch(undefined),
  message: z.string().optional().catch(undefined),
  request_id: text.optional().catch(undefined),
  data: dataSchema.nullish().catch(undefined),
  error: z
    .looseObject({
      type: z.string().optional().catch(undefined),
      code: z.union([z.number(), z.string()]).nullish().catch(undefined),
      message: z.string().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
})

export type Result = {
  taskId: string | null
  /** The gateway's own word, lower case. */
  word: string | null
  urls: string[]
  usage: Record<string, number> | null
  expiresRaw: string | null
}
export type Envelope = {
  /** Codes it carries, most telling first; empty means success. Numbers come as numbers, also from a string. */
  codes: (string | number)[]
  message: string | null
  requestId: string | null
  result: Result | null
}

/** Reads an answer's text; null where it is not the gateway's JSON at all (HTML, garbage, another API's object). */
export function readEnvelope(body: string): Envelope | null {
  let json: unknown
  try {
    json = JSON.parse(body)
  } catch {
    return null // not JSON: the verdict decides what that means
  }
  const parsed = envelopeSchema.safeParse(json)
  if (!parsed.success) return null
  const { code, message, request_id, data, error } = parsed.data
  if (code === undefined && !data && !error) return null
  const codes = [code, error?.code, error?.type]
    .map(toCode)
    .filter((value) => value !== null)
    .filter((value) => value !== 0)
  return {
    codes: error && codes.length === 0 ? ['error'] : codes,
    message: message ?? error?.message ?? null,
    requestId: request_id ?? null,
    result: data ? readResult(data) : null,
  }
}

function toCode(value: string | number | null | undefined): string | number | null {
  if (value === undefined || value === null || value === '') return null
  const asNumber = Number(value)
  return Number.isInteger(asNumber) ? asNumber : value
}

/** The result as `urls[0…]`, else `url`, else `video_url`; anything that is no http address is dropped. */
function readResult(data: z.infer<typeof dataSchema>): Result {
  const listed = (data.urls ?? []).filter(isHttpUrl)
  const single = [data.url, data.video_url].filter(isHttpUrl).slice(0, 1)
  const usage = Object.entries(data.usage ?? {}).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  )
  return {
    taskId: data.task_id?.trim() || null,
    word: data.task_status?.trim().toLowerCase() || null,
    urls: listed.length > 0 ? listed : single,
    usage: usage.length > 0 ? Object.fromEntries(usage) : null,
    expiresRaw: data.expired?.trim() || null,
  }
}

function isHttpUrl(value: unknown): value is string {
  return typeof value === 'string' && /^https?:\/\//i.test(value) && URL.canParse(value)
}

/** `expired` as a moment: a date, or an epoch in seconds or milliseconds; null for any other form. */
export function parseExpiry(raw: string | null): Date | null {
  if (!raw) return null
  if (/^\d+$/.test(raw)) {
    const value = Number(raw)
    const milliseconds = value < 1e11 ? value * 1000 : value
    return milliseconds > 1e12 && milliseconds < 4e12 ? new Date(milliseconds) : null
  }
  if (!/^\d{4}-\d{2}-\d{2}/.test(raw)) return null
  const parsed = new Date(raw)
  return Number.isNaN(parsed.getTime()) ? null : parsed
}
