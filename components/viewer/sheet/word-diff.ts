export type DiffPart = { kind: 'same' | 'added' | 'removed'; text: string }

/** Beyond this many words the whole of what differs is shown at once: nobody waits for a comparison of pages. */
const MOST = 1_500

/**
 * What became of a text, word by word; a Chinese sign is a word of its own. By the longest common sequence, what both begin and end
 * with left aside.
 */
export function wordDiff(before: string, after: string): DiffPart[] {
  const [a, b] = [wordsOf(before), wordsOf(after)]
  const start = sharedStart(a, b)
  const end = sharedStart(a.slice(start).toReversed(), b.slice(start).toReversed())
  const [aMiddle, bMiddle] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  return joined([
    ...a.slice(0, start).map(same),
    ...compare(aMiddle, bMiddle),
    ...a.slice(a.length - end).map(same),
  ])
}

function wordsOf(text: string): string[] {
  return text.match(/\p{Script=Han}|[\p{L}\p{N}_@'’]+|\s+|./gsu) ?? []
}

function sharedStart(a: readonly string[], b: readonly string[]): number {
  const first = a.findIndex((word, at) => word !== b[at])
  return first === -1 ? Math.min(a.length, b.length) : first
}

const same = (text: string): DiffPart => ({ kind: 'same', text })
const added = (text: string): DiffPart => ({ kind: 'added', text })
const removed = (text: string): DiffPart => ({ kind: 'removed', text })

function compare(a: readonly string[], b: readonly string[]): DiffPart[] {
  if (a.length > MOST || b.length > MOST) return [...a.map(removed), ...b.map(added)]
  const width = b.length + 1
  // Length of the longest common sequence of what is left of both.
  const lengths = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const parts: DiffPart[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]]
    if (left !== undefined && left === right) {
      parts.push(same(left))
      i += 1
      j += 1
    } else if (right === undefined || (left !== undefined && at(i + 1, j) >= at(i, j + 1))) {
      parts.push(removed(left ?? ''))
      i += 1
    } else {
      parts.push(added(right))
      j += 1
    }
  }
  return parts
}

function joined(parts: readonly DiffPart[]): DiffPart[] {
  const runs: DiffPart[] = []
  for (const { kind, text } of parts) {
    const last = runs.at(-1)
    if (last?.kind === kind) runs[runs.length - 1] = { kind, text: last.text + text }
    else runs.push({ kind, text })
  }
  return runs
}
