import { readFileSync } from 'node:fs'
import { placePart } from '../../support/marked-part'
import type { FigureResult } from './results'
import { wordsOf } from './words'
import { writeFormatted } from './write-formatted'

const MARKS = {
  begin: '<!-- figures: written by npm run bench -->',
  end: '<!-- end of figures -->',
}
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

export function placeTable(document: string, table: string): string {
  return placePart(document, MARKS, table)
}

export async function writeTable(file: string, results: FigureResult[]): Promise<void> {
  await writeFormatted(file, placeTable(readFileSync(file, 'utf8'), makeTable(results)))
}
