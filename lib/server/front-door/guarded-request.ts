import { IncomingMessage } from 'node:http'

/**
 * A request as Next sees it: the same head, and a body that the front door hands on chunk by chunk. Destroying it never
 * touches the connection, so that a handler which leaves a body unread can still be answered for.
 */
export class GuardedRequest extends IncomingMessage {
  private readonly wantMore: () => void

  constructor(source: IncomingMessage, wantMore: () => void) {
    super(source.socket)
    this.wantMore = wantMore
    this.httpVersion = source.httpVersion
    this.httpVersionMajor = source.httpVersionMajor
    this.httpVersionMinor = source.httpVersionMinor
    this.method = source.method
    this.url = source.url
    this.headers = source.headers
    this.rawHeaders = source.rawHeaders
    // Whoever reads the body hears of its errors; they must not end the process when nobody does.
    this.on('error', () => {})
  }

  override _read(): void {
    this.wantMore()
  }

  override _destroy(error: Error | null, callback: (error?: Error | null) => void): void {
    callback(error)
  }
}
