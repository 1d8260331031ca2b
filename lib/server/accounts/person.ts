import { AppError } from '@/lib/shared/errors'

/** Whoever asks. Until there are accounts it is the one person at this machine. */
export type Person = { id: string }

/**
 * Carries the front door's decision to the routes behind it. The front door takes every header that begins with
 * `INTERNAL_HEADER_PREFIX` off what comes in, so that nobody else can say it.
 */
export const INTERNAL_HEADER_PREFIX = 'x-studio-'
export const ACCESS_HEADER = `${INTERNAL_HEADER_PREFIX}access`

/** Throws AppError `not_local` unless the front door let this request in. */
export function requirePerson(headers: Headers): Person {
  if (headers.get(ACCESS_HEADER) !== 'open') throw new AppError('not_local')
  return { id: 'local' }
}

/** Whoever may change the studio itself, its key above all. Until there are accounts that is the one person at this machine. */
export function requireOwner(headers: Headers): Person {
  return requirePerson(headers)
}
