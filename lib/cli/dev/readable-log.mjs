import { createInterface } from 'node:readline'
import { prettyFactory } from 'pino-pretty'

const WIDTH = 'simulator'.length

/**
 * Prints a program's structured lines for people, and whatever else it prints as it stands, each with its source in front.
 * @param {{ from: import('node:stream').Readable, source: string, to: NodeJS.WritableStream & { isTTY?: boolean } }} options
 */
export function printReadably({ from, source, to }) {
  const readable = readableLines({ source, colorize: Boolean(to.isTTY) })
  createInterface({ input: from }).on('line', (line) => to.write(readable(line)))
}

/**
 * @param {{ source: string, colorize?: boolean }} options
 * @returns {(line: string) => string}
 */
export function readableLines({ source, colorize = false }) {
  const label = `${source.padEnd(WIDTH)} │ `
  const pretty = prettyFactory({
    colorize,
    translateTime: 'SYS:HH:MM:ss',
    ignore: 'pid,hostname,program',
    singleLine: true,
  })
  return (line) => {
    const told = pretty(line).trimEnd()
    return told
      .split('\n')
      .map((part) => `${label}${part}\n`)
      .join('')
  }
}
