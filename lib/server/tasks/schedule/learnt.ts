import { env } from '../../env'
import { contract } from '../../upstream/contract'
import { newestLives, type LifeRow } from '../store/lives'
import { learn, type Learnt } from './asking-times'
import { chooseLives, type Kind } from './choose-lives'

/** How long figures are used before the table is looked into again, and how many lives are looked at. */
const FRESH_MS = 20_000
const LOOKED_AT = 2_000

type Cache = { gateway: string; loadedAt: number; rows: LifeRow[]; byKind: Map<string, Learnt> }
let cache: Cache | null = null

/** What this studio's own history says of clips like this one. Figures are up to 20 seconds old: nobody waits for them. */
export async function learntFor(kind: Kind, now: Date): Promise<Learnt> {
  const known = await figures(now)
  const key = `${kind.model} ${kind.seconds} ${kind.resolution}`
  const learnt = known.byKind.get(key) ?? learn(chooseLives(known.rows, kind), contract())
  known.byKind.set(key, learnt)
  return learnt
}

/** Looks into the table anew when asked next; for tests. */
export function forgetLearnt(): void {
  cache = null
}

async function figures(now: Date): Promise<Cache> {
  const { name: gateway } = env().gateway
  const isFresh = cache?.gateway === gateway && now.getTime() - cache.loadedAt < FRESH_MS
  if (cache && isFresh) return cache
  const rows = await newestLives(gateway, LOOKED_AT)
  return (cache = { gateway, loadedAt: now.getTime(), rows, byKind: new Map() })
}
