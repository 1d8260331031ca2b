import type { AttentionItem } from '@/lib/shared/attention'
import type { Estimate } from '@/lib/shared/pricing'

/** Tasks that wait for the same reason: `lost` were made and could not be saved, of the others it is not known. */
export type NeedyGroup = {
  key: string
  kind: 'unconfirmed' | 'lost'
  /** What is the matter with them, as the server says it of the first. */
  sentence: string | null
  items: AttentionItem[]
}

/** By reason, in the order in which they come; what may cost money stands before what was lost. */
export function groupItems(items: readonly AttentionItem[]): NeedyGroup[] {
  const groups = new Map<string, NeedyGroup>()
  for (const item of items) {
    const { status, error } = item.task
    const kind = status === 'unconfirmed' ? 'unconfirmed' : 'lost'
    const key = `${kind}:${error?.code ?? ''}`
    const group = groups.get(key)
    if (group) group.items.push(item)
    else groups.set(key, { key, kind, sentence: error?.message ?? null, items: [item] })
  }
  const all = [...groups.values()]
  const isLost = ({ kind }: NeedyGroup) => kind === 'lost'
  return [...all.filter((group) => !isLost(group)), ...all.filter(isLost)]
}

/** What they cost together, one amount a currency; empty where none has an estimate. */
export function sumEstimates(
  items: readonly AttentionItem[],
): Pick<Estimate, 'amount' | 'currency'>[] {
  const sums = new Map<Estimate['currency'], number>()
  for (const { task } of items) {
    if (!task.estimate) continue
    const { amount, currency } = task.estimate
    sums.set(currency, (sums.get(currency) ?? 0) + amount)
  }
  return [...sums].map(([currency, amount]) => ({ currency, amount }))
}
