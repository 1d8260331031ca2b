/** What a reference may be called in the prompt: by its name, which is sent, or by the label that the person gave it. */
export type Named = { refName: string; label: string }

/** An `@word` in a text. */
export type Mention = {
  /** From the `@` to behind the word. */
  start: number
  end: number
  /** As it is written, without the `@`. */
  word: string
  /** The name of the reference that is meant; null: there is none. */
  refName: string | null
  isLabel: boolean
}

const LETTER = /[\p{L}\p{N}\p{M}_]/u
/** Scripts that write no space between words: in them a name may be followed by the next word at once. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** Before an `@` it makes an address of it (`me@example.com`), or a handle of some other kind. */
const BEFORE_ADDRESS = /[A-Za-z0-9_]/

/** Every `@word`, in order. Of names that fit the longest is meant. */
export function findMentions(text: string, references: readonly Named[]): Mention[] {
  const mentions: Mention[] = []
  for (let start = text.indexOf('@'); start >= 0; start = text.indexOf('@', start + 1)) {
    if (start > 0 && BEFORE_ADDRESS.test(text.charAt(start - 1))) continue
    const mention = readMention(text, start, references)
    if (mention) mentions.push(mention)
  }
  return mentions
}

function readMention(text: string, start: number, references: readonly Named[]): Mention | null {
  const rest = text.slice(start + 1)
  const found = meant(rest, references)
  const word = found?.word ?? firstWord(rest)
  if (word === '') return null
  const end = start + 1 + word.length
  return { start, end, word, refName: found?.refName ?? null, isLabel: found?.isLabel ?? false }
}

/** The longest name that a text begins with; a name comes before a label of the same length. */
function meant(rest: string, references: readonly Named[]) {
  return references
    .filter(({ refName }) => refName !== '')
    .flatMap(({ refName, label }) => [
      { word: refName, refName, isLabel: false },
      { word: label.trim(), refName, isLabel: true },
    ])
    .filter(({ word }) => word !== '' && rest.startsWith(word) && endsAfter(rest, word.length))
    .toSorted((a, b) => b.word.length - a.word.length || Number(a.isLabel) - Number(b.isLabel))[0]
}

/** Whether a word may end there: not within one of a script with spaces. */
function endsAfter(text: string, length: number): boolean {
  return !(isSpaced(characterBefore(text, length)) && isSpaced(characterAt(text, length)))
}

function isSpaced(character: string): boolean {
  return LETTER.test(character) && !UNSPACED.test(character)
}

function firstWord(text: string): string {
  const spaced = isSpaced(characterAt(text, 0))
  let end = 0
  while (end < text.length) {
    const character = characterAt(text, end)
    if (!LETTER.test(character) || isSpaced(character) !== spaced) break
    end += character.length
  }
  return text.slice(0, end)
}

function characterAt(text: string, at: number): string {
  const code = text.codePointAt(at)
  return code === undefined ? '' : String.fromCodePoint(code)
}

function characterBefore(text: string, at: number): string {
  return Array.from(text.slice(Math.max(0, at - 2), at)).at(-1) ?? ''
}
