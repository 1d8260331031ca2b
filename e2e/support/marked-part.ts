/** Two lines of a document between which something else writes. */
export type Marks = { begin: string; end: string }

/** The document with `part` between its two marks and everything else as it is. Throws where a mark is missing. */
export function placePart(document: string, marks: Marks, part: string): string {
  const [before, rest] = splitOnce(document, marks.begin)
  const [, after] = splitOnce(rest, marks.end)
  return `${before}${marks.begin}\n\n${part}\n\n${marks.end}${after}`
}

function splitOnce(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark)
  if (at < 0) throw new Error(`the document has no mark ${mark}`)
  return [text.slice(0, at), text.slice(at + mark.length)]
}
