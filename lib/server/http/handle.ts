import { AppError } from '@/lib/shared/errors'
import type { Locale } from '@/lib/shared/locale'
import type { ErrorBody } from '@/lib/shared/wire'
import { isDatabaseBusy } from '../db/driver-error'
import { closing } from '../lifetime'
import { createLog } from '../log'
import { sentence } from '../sentences'
import { requestLocale } from './request-locale'

const log = createLog('http')

type Context<P> = { params: Promise<P> }
type Handler<P> = (
  request: Request,
  context: { params: P; locale: Locale },
) => Promise<Response> | Response

/** Wraps every route: the only place that turns an error into an answer. */
export function handle<P = Record<string, never>>(
  handler: Handler<P>,
): (request: Request, context: Context<P>) => Promise<Response> {
  return async (request, context) => {
    const locale = requestLocale(request.headers)
    try {
      if (closing().aborted) throw new AppError('stopping', 'stopping', { retryAfterSeconds: 5 })
      return await handler(request, { params: await context.params, locale })
    } catch (error) {
      return errorResponse(toAppError(error, request), locale)
    }
  }
}

/** An application error keeps its code and words; everything else is logged and replaced. */
function toAppError(error: unknown, request: Request): AppError {
  if (error instanceof AppError) return error
  if (isDatabaseBusy(error))
    return new AppError('busy', 'database locked', { retryAfterSeconds: 2 })
  log.error({ err: error, path: new URL(request.url).pathname }, 'unexpected error')
  return new AppError('internal', 'unexpected', { cause: error })
}

export function errorResponse(error: AppError, locale: Locale): Response {
  const body: ErrorBody = {
    error: {
      code: error.code,
      message: sentence(locale, 'errors', error.code, error.values),
      ...(error.fields.length > 0
        ? {
            fields: error.fields.map(({ path, code, values }) => ({
              path,
              code,
              message: sentence(locale, 'fields', ownSentence(path, code), values),
            })),
          }
        : {}),
    },
  }
  const headers = new Headers({ 'cache-control': 'no-store' })
  if (error.retryAfterSeconds !== undefined)
    headers.set('retry-after', String(error.retryAfterSeconds))
  return Response.json(body, { status: error.status, headers })
}

/** A missing prompt or picture has a sentence of its own, also in a batch. */
function ownSentence(fullPath: string, code: string): string {
  const path = fullPath.replace(/^tasks\.\d+\./, '')
  return code === 'required' && (path === 'prompt' || path === 'image') ? `${path}_required` : code
}
