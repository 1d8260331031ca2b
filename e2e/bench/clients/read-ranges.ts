import { connect } from 'node:net'
import * as z from 'zod'
import { answerJobs } from './answer-jobs'

const jobSchema = z.object({
  port: z.number(),
  /** Path of a file on that server. */
  path: z.string(),
  fileBytes: z.number(),
  rangeBytes: z.number(),
  connections: z.number(),
  seconds: z.number(),
})
type Job = z.infer<typeof jobSchema>

const HEAD_END = '\r\n\r\n'
const BUFFER_BYTES = 256 * 1024
/** From one range of a connection to its next, so that no two in a row begin at the same byte. */
const STRIDE_BYTES = 64 * 1024

/**
 * Asks for ranges over so many kept connections, each for the next one as soon as it has the last; answers bytes a second.
 * Bare sockets that read into one buffer each: the client shares two cores with the server, and an HTTP library would be
 * the slower half.
 */
answerJobs(async (message) => {
  const job = jobSchema.parse(message)
  const startedAt = performance.now()
  const until = startedAt + job.seconds * 1000
  const readers = Array.from({ length: job.connections }, (_, index) => readOn(job, index, until))
  const counts = await Promise.all(readers)
  const bytes = counts.reduce((sum, count) => sum + count, 0)
  return (bytes / (performance.now() - startedAt)) * 1000
})

/** The bytes that one connection got; it ends with the first whole answer after `until`. */
function readOn(job: Job, index: number, until: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let received = 0
    let left = 0
    let asked = index
    const onRead = (length: number, buffer: Uint8Array) => {
      try {
        left = left > 0 ? left - length : job.rangeBytes - bodyBytes(buffer.subarray(0, length))
        if (left < 0) throw new Error('more came than was asked for')
      } catch (error) {
        reject(error)
        socket.destroy()
        return false
      }
      if (left > 0) return true
      received += job.rangeBytes
      if (performance.now() < until) ask()
      else socket.end()
      return true
    }
    const socket = connect({
      host: '127.0.0.1',
      port: job.port,
      noDelay: true,
      onread: { buffer: Buffer.alloc(BUFFER_BYTES), callback: onRead },
    })
    const ask = () => {
      socket.write(requestFor(job, asked))
      asked += job.connections
    }
    socket.once('connect', ask).once('error', reject)
    socket.once('close', () =>
      performance.now() < until ? reject(new Error('the server hung up')) : resolve(received),
    )
  })
}

function requestFor({ path, port, fileBytes, rangeBytes }: Job, asked: number): string {
  const first = (asked * STRIDE_BYTES) % (fileBytes - rangeBytes + 1)
  const last = first + rangeBytes - 1
  return `GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nRange: bytes=${first}-${last}\r\n\r\n`
}

/** What of an answer's first piece is body. Its head is smaller than a packet on the loopback, so it comes in one piece. */
function bodyBytes(piece: Uint8Array): number {
  const text = Buffer.from(piece.buffer, piece.byteOffset, piece.length).toString('latin1', 0, 8192)
  const end = text.indexOf(HEAD_END)
  if (!text.startsWith('HTTP/1.1 206 ') || end < 0)
    throw new Error(`no part of a file: ${text.slice(0, 200)}`)
  return piece.length - end - HEAD_END.length
}
