import { closing } from '../lifetime'
import { watchEvents } from '../tasks/watch-events'

const HEARTBEAT_MS = 15_000

/** The task events as a stream, from `afterId` on. Ends when the browser goes or the studio stops. */
export function eventStream(request: Request, afterId: number | null): Response {
  const encoder = new TextEncoder()
  let stop = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text))
      const unwatch = watchEvents(afterId, ({ id, taskId, status }) =>
        send(`id: ${id}\nevent: task\ndata: ${JSON.stringify({ id: taskId, status })}\n\n`),
      )
      const heartbeat = setInterval(() => send(': still here\n\n'), HEARTBEAT_MS)
      let isOpen = true
      stop = () => {
        if (!isOpen) return
        isOpen = false
        unwatch()
        clearInterval(heartbeat)
        closing().removeEventListener('abort', end)
        request.signal.removeEventListener('abort', end)
      }
      const end = () => {
        stop()
        controller.close()
      }
      closing().addEventListener('abort', end, { once: true })
      request.signal.addEventListener('abort', end, { once: true })
      send('retry: 2000\n\n')
    },
    cancel: () => stop(),
  })
  const headers = {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform', // no-transform: a compressor would hold events back
    'x-accel-buffering': 'no',
  }
  return new Response(body, { headers })
}
