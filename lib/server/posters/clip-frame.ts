import { spawn } from 'node:child_process'
import { env, type Env } from '../env'
import { STILL_SIDE } from './make-still'

type Program = Env['ffmpeg']

const TIME_LIMIT_MS = 20_000
/** A still of this size is far smaller, whatever it shows. */
const OUTPUT_MAX_BYTES = 4 * 1024 * 1024

/** Whether the program that takes stills of clips is there. */
export async function hasFfmpeg(program: Program = env().ffmpeg): Promise<boolean> {
  return (await runFfmpeg(['-version'], { program })) !== null
}

/**
 * The picture in the middle of a clip, small, as PNG; null where none can be read. A clip is foreign data: the program sees this one
 * file, none of the studio's settings, and has twenty seconds.
 */
export function takeFrame(clip: {
  path: string
  durationMs: number
  signal: AbortSignal
}): Promise<Buffer | null> {
  const side = String(STILL_SIDE)
  return runFfmpeg(
    [
      ...['-hide_banner', '-loglevel', 'error', '-nostdin', '-threads', '1'],
      ...['-protocol_whitelist', 'file', '-f', 'mov', '-ss', String(clip.durationMs / 2000)],
      ...['-i', clip.path, '-frames:v', '1'],
      ...['-vf', `scale=${side}:${side}:force_original_aspect_ratio=decrease`],
      ...['-c:v', 'png', '-f', 'image2pipe', 'pipe:1'],
    ],
    { signal: clip.signal },
  )
}

/** What it wrote; null when it is not there, failed, took too long, or wrote nothing or too much. */
function runFfmpeg(
  args: readonly string[],
  options: { signal?: AbortSignal; program?: Program },
): Promise<Buffer | null> {
  const { signal, program = env().ffmpeg } = options
  const { command, searchPath } = program
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env: { NODE_ENV: 'production', PATH: searchPath },
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: TIME_LIMIT_MS,
      killSignal: 'SIGKILL',
      signal,
    })
    const parts: Buffer[] = []
    let bytes = 0
    child.stdout.on('data', (part: Buffer) => {
      bytes += part.length
      if (bytes > OUTPUT_MAX_BYTES) child.kill('SIGKILL')
      else parts.push(part)
    })
    child.on('error', () => resolve(null)) // not there, or stopped
    child.on('close', (code) => resolve(code === 0 && bytes > 0 ? Buffer.concat(parts) : null))
  })
}
