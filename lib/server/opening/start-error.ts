import { EnvError } from '../env'

/** Why a program cannot start, in one line for the person who started it. */
export class StartError extends Error {
  override readonly name = 'StartError'
}

/** Runs one step of starting; whatever it throws is told as `what` and the reason. */
export async function startStep<T>(what: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step()
  } catch (cause) {
    throw new StartError(`${what}: ${firstLine(cause)}`, { cause })
  }
}

/** Ends the program with its reason on one line. */
export function failToStart(error: unknown): never {
  const isKnown = error instanceof StartError || error instanceof EnvError
  process.stderr.write(`AiSphere Studio cannot start. ${firstLine(error)}\n`)
  if (!isKnown && error instanceof Error) process.stderr.write(`${error.stack}\n`)
  process.exit(1)
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.trim().split('\n', 1)[0] ?? ''
}
