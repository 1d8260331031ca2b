import { AppError } from '@/lib/shared/errors'
import { requirePerson } from '@/lib/server/accounts/person'
import { handle } from '@/lib/server/http/handle'

// An address that no route has is answered like any other error: in JSON, in the person's language.

export const GET = handle<{ rest: string[] }>((request) => {
  requirePerson(request.headers)
  throw new AppError('not_found')
})

export const POST = handle<{ rest: string[] }>((request) => {
  requirePerson(request.headers)
  throw new AppError('not_found')
})

export const PUT = handle<{ rest: string[] }>((request) => {
  requirePerson(request.headers)
  throw new AppError('not_found')
})

export const PATCH = handle<{ rest: string[] }>((request) => {
  requirePerson(request.headers)
  throw new AppError('not_found')
})

export const DELETE = handle<{ rest: string[] }>((request) => {
  requirePerson(request.headers)
  throw new AppError('not_found')
})
