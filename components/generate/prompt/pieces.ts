import type { Mention } from './mentions'
import { isSpaceOrEnd } from './resolve-labels'

export type PieceLook = 'plain' | 'known' | 'tight' | 'unknown'
export type Piece = { start: number; text: string; look: PieceLook }

/** The text in pieces, each `@word` one of its own. The one that is being written (from `open`) is not judged yet. */
export function splitAtMentions(
  text: string,
  mentions: readonly Mention[],
  open: number | null,
): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  const take = (end: number, look: PieceLook) => {
    if (end > at) pieces.push({ start: at, text: text.slice(at, end), look })
    at = Math.max(at, end)
  }
  for (const mention of withOpen(mentions, open)) {
    take(mention.start, 'plain')
    take(mention.end, lookOf(mention, text, open))
  }
  take(text.length, 'plain')
  return pieces
}

/** An `@` with nothing behind it is no mention, but it is where the list hangs. */
function withOpen(mentions: readonly Mention[], open: number | null): readonly Mention[] {
  if (open === null || mentions.some(({ start }) => start === open)) return mentions
  const bare = { start: open, end: open + 1, word: '', refName: null, isLabel: false }
  return [...mentions, bare].toSorted((a, b) => a.start - b.start)
}

function lookOf(mention: Mention, text: string, open: number | null): PieceLook {
  if (mention.refName !== null) {
    const isTight = !mention.isLabel && !isSpaceOrEnd(text.slice(mention.end))
    return isTight && mention.start !== open ? 'tight' : 'known'
  }
  return mention.start === open ? 'plain' : 'unknown'
}
