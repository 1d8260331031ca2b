import { once } from 'node:events'
import { parentPort, Worker } from 'node:worker_threads'
import * as z from 'zod'
import { renderClip } from './render-clip'
import { renderJobSchema } from './render-job'
import type { Renderer } from './renderer'

const resultSchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  }),
  z.object({ ok: z.literal(false), message: z.string() }),
])

/**
 * Renders beside the server, so that requests do not wait for frames. `entry` is a file that calls
 * `serveRenders` when it is not on the main thread: the program itself, which is one file when
 * bundled. Takes one job at a time. A thread that died is replaced with the next job.
 */
export function threadRenderer(entry: URL): Renderer {
  let worker: Worker | null = null
  const start = () => {
    const started = new Worker(entry)
    started.once('exit', () => {
      if (worker === started) worker = null
    })
    // Whoever waits for a job hears of it too; between jobs nobody does, and the next starts afresh.
    started.on('error', () => {
      if (worker === started) worker = null
    })
    return started
  }
  return {
    render: async (job) => {
      worker ??= start()
      const ended = new AbortController()
      const exit = once(worker, 'exit', { signal: ended.signal }).then(() => {
        throw new Error('the render thread ended')
      })
      worker.postMessage(job)
      try {
        // `once` rejects by itself when the thread reports an error.
        const [message] = await Promise.race([once(worker, 'message', ended), exit])
        const result = resultSchema.parse(message)
        if (!result.ok) throw new Error(result.message)
        return result.bytes
      } finally {
        exit.catch(() => undefined)
        ended.abort()
      }
    },
    close: async () => {
      await worker?.terminate()
    },
  }
}

/** The other side: renders what the main thread sends, until it ends the thread. */
export function serveRenders(): void {
  parentPort?.on('message', (message) => {
    void answerJob(message).then((result) => {
      parentPort?.postMessage(result)
    })
  })
}

async function answerJob(message: unknown): Promise<z.infer<typeof resultSchema>> {
  try {
    return { ok: true, bytes: await renderClip(renderJobSchema.parse(message)) }
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) }
  }
}
