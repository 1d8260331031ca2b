import pino from 'pino'
import { env } from './env'

const MASK = '[key]'

// Whoever read the output has gone (a closed terminal, `| head`): the studio goes on without being heard.
for (const stream of [process.stdout, process.stderr]) {
  if (stream.listenerCount('error') === 0) stream.on('error', ignoreClosedPipe)
}

function ignoreClosedPipe(error: Error & { code?: string }): void {
  if (error.code !== 'EPIPE') throw error
}

/** Takes the gateway's key out of a text, however it got there (an echo in an answer, an error's message). */
export function withoutKey(text: string, key: string = env().gateway.apiKey): string {
  return key === '' ? text : text.split(key).join(MASK)
}

/** Structured lines on stdout. Every line passes through `withoutKey`, so that no caller can forget it. */
export function createLog(program: string): pino.Logger {
  const stream = { write: (line: string) => void process.stdout.write(withoutKey(line)) }
  return pino(
    { level: env().logLevel, base: { program }, timestamp: pino.stdTimeFunctions.isoTime },
    stream,
  )
}
