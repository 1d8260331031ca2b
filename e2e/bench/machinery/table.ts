import { readFileSync } from 'node:fs'
import type { FigureResult } from './results'
import { wordsOf } from './words'
import { writeFormatted } from './write-formatted'

const BEGIN = '<!-- figures: written by npm run bench -->'
const END = '<!-- end of figures -->'
const HEAD = [
  '|  | what | studio | compared with | ratio | bar | aim | verdict | measured |',
  '|--|--|--|--|--|--|--|--|--|',
]

/** The results as a Markdown table, a row a line. */
export function makeTable(results: FigureResult[]): string {
  const rows = results.flatMap((figure) =>
    figure.lines.map((line) => {
      const { what, ours, peer, ratio, bar, aim, verdict } = wordsOf(figure, line)
      const against = peer && `${figure.peer}: ${peer}`
      const when = `${figure.date.slice(0, 10)}, Node ${figure.node}, ${figure.cpus} CPUs`
      const cells = [figure.id, what, ours, against, ratio, bar, aim, verdict, when]
      return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
    }),
  )
  return [...HEAD, ...rows].join('\n')
}

/** The document with this table between its two marks and everything else as it is. Throws where a mark is missing. */
export function placeTable(document: string, table: string): string {
  const [before, rest] = splitOnce(document, BEGIN)
  const [, after] = splitOnce(rest, END)
  return `${before}${BEGIN}\n\n${table}\n\n${END}${after}`
}

export async function writeTable(file: string, results: FigureResult[]): Promise<void> {
  await writeFormatted(file, placeTable(readFileSync(file, 'utf8'), makeTable(results)))
}

function splitOnce(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark)
  if (at < 0) throw new Error(`the document has no mark ${mark}`)
  return [text.slice(0, at), text.slice(at + mark.length)]
}
