import { threadRenderer } from './render/render-thread'
import { readSettings } from './settings'
import { startSimulator, type Simulator } from './start-simulator'

/** A stop that takes longer than this is ended by force. */
const STOP_LIMIT_MS = 1800

/** The simulator as a program: settings from the environment, ended by a signal or its parent. */
export async function runProgram(entry: URL): Promise<void> {
  outliveReaders()
  const read = readSettings(process.env)
  if (!read.ok) {
    for (const { variable, problem } of read.problems) print('error', `${variable}: ${problem}`)
    process.exitCode = 1
    return
  }
  const renderer = threadRenderer(entry)
  const starting = startSimulator({ ...read.settings, renderer })
  endWithSignalOrParent(starting)
  try {
    const { url, port } = await starting
    print('info', 'listening', { url })
    // The parent may be gone already, which is heard of as 'disconnect'.
    if (process.connected)
      process.send?.({ type: 'listening', port }, undefined, undefined, () => {})
  } catch (error) {
    print('error', error instanceof Error ? error.message : String(error))
    process.exit(1)
  }
}

function endWithSignalOrParent(starting: Promise<Simulator>): void {
  const hasParent = process.send !== undefined
  let isStopping = false
  const stop = () => {
    if (isStopping) return
    isStopping = true
    setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref()
    void starting.then((simulator) => simulator.close()).finally(() => process.exit())
  }
  process.on('SIGTERM', stop)
  // Ctrl-C reaches the whole group: with a parent, it is the parent that decides.
  process.on('SIGINT', () => {
    if (!hasParent) stop()
  })
  if (!hasParent) return
  process.on('disconnect', stop)
  if (!process.connected) stop() // it was gone before anybody listened
}

/** Whoever read the output may have gone (a closed terminal, `| head`): the simulator goes on without being heard. */
function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: Error & { code?: string }) => {
      if (error.code !== 'EPIPE') throw error
    })
  }
}

function print(level: 'info' | 'error', msg: string, more: Record<string, string> = {}): void {
  const line = JSON.stringify({ level, program: 'simulator', msg, ...more })
  const stream = level === 'error' ? process.stderr : process.stdout
  stream.write(`${line}\n`)
}
