/** Written without spaces: any part of a run is found. */
const JOINED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`
const PIECES = new RegExp(
  String.raw`(?<run>[${JOINED}]+)|(?<word>(?:(?![${JOINED}])[\p{L}\p{N}])+)|(?<sign>\p{Extended_Pictographic})`,
  'gu',
)

/** What is looked for, or what a text has: a run of a script without spaces, or a word. */
export type Piece = { kind: 'run' | 'word'; text: string }

/** Upper and lower case, accents, wide and narrow forms are one. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFKC')
    .toLowerCase()
}

/** The words and runs of a text, folded, in order. A pictograph is a word of its own. */
export function piecesOf(text: string): Piece[] {
  return [...fold(text).matchAll(PIECES)].map(({ groups = {} }) => {
    if (groups.run !== undefined) return { kind: 'run', text: groups.run }
    if (groups.word !== undefined) return { kind: 'word', text: groups.word }
    return { kind: 'word', text: `u${groups.sign?.codePointAt(0)?.toString(16)}` }
  })
}

/**
 * What the full-text index is given: words as they are, and of a run every two neighbours, the last one alone. So two characters
 * are one token, more a phrase, and a single one is the beginning of a token.
 */
export function indexWords(text: string): string {
  return piecesOf(text)
    .flatMap((piece) => (piece.kind === 'word' ? [piece.text] : pairsOf(piece.text)))
    .join(' ')
}

/** The question to the index; null where nothing in the words can be looked for. All of them are wanted. */
export function indexQuestion(words: string): string | null {
  const terms = piecesOf(words).map(({ kind, text }) => {
    const pairs = kind === 'word' ? [] : pairsOf(text).slice(0, -1)
    // A token as a string: FTS5 reads nothing in it, since it has letters and digits only.
    return pairs.length > 0 ? `"${pairs.join(' ')}"` : `"${text}"*`
  })
  return terms.length > 0 ? [...new Set(terms)].join(' AND ') : null
}

/** Whether a text has all of the words, by the same reading as the index: for what is not in it yet. */
export function wordMatcher(words: string): (text: string) => boolean {
  const wanted = piecesOf(words)
  return (text) => {
    const there = piecesOf(text)
    return wanted.every((one) =>
      there.some(
        ({ kind, text: has }) =>
          kind === one.kind && (kind === 'run' ? has.includes(one.text) : has.startsWith(one.text)),
      ),
    )
  }
}

function pairsOf(run: string): string[] {
  const characters = [...run]
  return characters.map((character, place) => character + (characters[place + 1] ?? ''))
}
