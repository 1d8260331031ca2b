import { EnvError } from '../env'
import { codeOf } from '../storage/folders'
import { Refusal } from './refusal'

/** Runs what a script does; it ends with the code that it answers, or with 1 and one line that says why not. */
export function runProgram(program: () => Promise<number>): void {
  program().then(
    (code) => process.exit(code),
    (error: unknown) => {
      const isKnown =
        error instanceof Refusal || error instanceof EnvError || codeOf(error) !== null
      const text = error instanceof Error ? (isKnown ? error.message : error.stack) : String(error)
      process.stderr.write(`${text}\n`)
      process.exit(1)
    },
  )
}

/** Says how far it is, on a line of its own that is written over; to nobody where nobody looks. */
export function tellProgress(what: string): (done: number, total: number) => void {
  if (!process.stderr.isTTY) return () => {}
  let told = ''
  return (done, total) => {
    const text = `${what} ${total > 0 ? Math.floor((done / total) * 100) : 100} %`
    if (text === told) return
    told = text
    process.stderr.write(done >= total ? `\r${' '.repeat(text.length)}\r` : `\r${text}`)
  }
}

export function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024 / 1024).toLocaleString('en')} MB`
}
