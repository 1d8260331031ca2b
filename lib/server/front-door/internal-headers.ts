import type { IncomingMessage } from 'node:http'
import { INTERNAL_HEADER_PREFIX } from '../accounts/person'

/** Takes off whatever the front door alone may say to the routes. Must come before anything else looks at the request. */
export function stripInternalHeaders(request: IncomingMessage): void {
  for (const name of Object.keys(request.headers)) {
    if (isInternal(name)) delete request.headers[name]
  }
  request.rawHeaders = request.rawHeaders.filter(
    (_, index, raw) => !isInternal(raw[index - (index % 2)] ?? ''),
  )
}

function isInternal(name: string): boolean {
  return name.toLowerCase().startsWith(INTERNAL_HEADER_PREFIX)
}
