import { validate as isUuid } from 'uuid'
import * as z from 'zod'
import type * as core from 'zod/v4/core'
import { AppError } from '@/lib/shared/errors'
import { PAGE_SIZE } from '@/lib/shared/limits'
import { readProblems } from '@/lib/shared/zod-problems'

/** Reads a value with a schema, or throws AppError `invalid` with the path of every field that does not fit. */
export function parse<T>(schema: core.$ZodType<T>, value: unknown): T {
  const parsed = z.safeParse(schema, value)
  if (parsed.success) return parsed.data
  throw new AppError('invalid', 'body', { fields: readProblems(parsed.error.issues, value) })
}

/** `limit` and `cursor` of a list; a cursor is the id of a row, which most tables make of a UUID. */
export function readPage(
  request: Request,
  isCursor: (text: string) => boolean = isUuid,
): { limit: number; cursor: string | null } {
  const query = new URL(request.url).searchParams
  const limit = query.get('limit')
  const size = limit === null ? PAGE_SIZE.default : /^\d+$/.test(limit) ? Number(limit) : 0
  if (!Number.isInteger(size) || size < 1 || size > PAGE_SIZE.max) {
    const values = { min: 1, max: PAGE_SIZE.max }
    throw new AppError('invalid', 'limit', {
      fields: [{ path: 'limit', code: 'out_of_range', values }],
    })
  }
  const cursor = query.get('cursor')
  if (cursor !== null && !isCursor(cursor)) {
    throw new AppError('invalid', 'cursor', { fields: [{ path: 'cursor', code: 'wrong_type' }] })
  }
  return { limit: size, cursor }
}

/** The id of a row that is counted. */
export function isRowNumber(text: string): boolean {
  return /^\d{1,15}$/.test(text)
}

const KEY_PATTERN = /^[\x21-\x7e]{1,200}$/

/** The header that binds a request to one task. Throws AppError idempotency_key_missing. */
export function idempotencyKey(request: Request): string {
  const key = request.headers.get('idempotency-key')?.trim() ?? ''
  if (!KEY_PATTERN.test(key)) throw new AppError('idempotency_key_missing')
  return key
}

/** A switch of a list: absent is off, else `true` or `false`. */
export function readFlag(request: Request, name: string): boolean {
  const said = new URL(request.url).searchParams.get(name)
  if (said === null || said === 'false') return false
  if (said === 'true') return true
  const values = { model: name, offered: 'true, false' }
  throw new AppError('invalid', name, {
    fields: [{ path: name, code: 'value_not_offered', values }],
  })
}
