/** WAL with `synchronous=NORMAL` lost acknowledged commits in a power-loss test; FULL lost none and costs 0.2 ms. */
export const PRAGMA_SCRIPT =
  'PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;'

const EXPECTED = { journal_mode: 'wal', synchronous: '2', foreign_keys: '1' } as const

/** Each PRAGMA that is not as it must be, in words. */
export async function wrongPragmas(read: (name: string) => Promise<unknown>): Promise<string[]> {
  const wrong: string[] = []
  for (const [name, expected] of Object.entries(EXPECTED)) {
    const actual = String(await read(name))
    if (actual !== expected) wrong.push(`${name} is ${actual}, needs ${expected}`)
  }
  return wrong
}
