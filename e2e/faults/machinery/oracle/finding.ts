export const INVARIANTS = {
  I1: 'every 202 is exactly one row',
  I2: 'at most one accepted submit per attempt that a person agreed to',
  I3: 'every accepted submit is linked, or its row is unconfirmed',
  I4: 'every unconfirmed overlaps an injected fault',
  I5: 'succeeded means: the file is there with its size and hash, and parses',
  I6: 'no stray file older than 10 minutes',
  I7: 'spend = accepted + unconfirmed',
  I8: 'everything resolvable ended',
  I9: 'at least 80 % really succeeded',
} as const
export type InvariantId = keyof typeof INVARIANTS

/** What one invariant found: how many things it looked at, and a sentence for each that did not hold. */
export type Finding = { id: InvariantId; checked: number; broken: string[] }

/** `Map.groupBy`, which Node 20 does not have. */
export function groupBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
