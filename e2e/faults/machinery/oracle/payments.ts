import { groupBy, type Finding } from './finding'
import type { Accepted, Ledgers, Row, Told } from './ledgers'

/** A prompt is the one thing of ours that the gateway's ledger keeps, so every test makes another one for each task. */
type Payments = { prompt: string; rows: Row[]; accepted: Accepted[] }

function byPrompt({ rows, accepted }: Ledgers): Payments[] {
  const paid = groupBy(accepted, ({ prompt }) => prompt)
  const wanted = groupBy(rows, ({ prompt }) => prompt)
  const prompts = new Set([...paid.keys(), ...wanted.keys()])
  return [...prompts].map((prompt) => ({
    prompt,
    rows: wanted.get(prompt) ?? [],
    accepted: paid.get(prompt) ?? [],
  }))
}

export function onePaymentAnAttempt(ledgers: Ledgers): Finding {
  const broken = byPrompt(ledgers).flatMap(({ prompt, rows, accepted }) => {
    const agreed = sum(rows, (row) => 1 + resends(ledgers.told, row))
    if (accepted.length <= agreed) return []
    return [`"${prompt}" was accepted ${accepted.length} times, agreed to ${agreed} times`]
  })
  return { id: 'I2', checked: ledgers.accepted.length, broken }
}

function resends({ resent }: Told, row: Row): number {
  return new Set(resent.filter(({ id }) => id === row.id).map(({ attempt }) => attempt)).size
}

export function everyPaymentIsLinked(ledgers: Ledgers): Finding {
  const broken = byPrompt(ledgers).flatMap((payments) => {
    const lost = looseOf(payments).length - doubtsOf(payments)
    return lost > 0 ? [`${lost} accepted of "${payments.prompt}" that no row knows`] : []
  })
  return {
    id: 'I3',
    checked: ledgers.accepted.length,
    broken: [...broken, ...strangeLinks(ledgers)],
  }
}

/** Rows that say a number which the gateway never gave, and which nobody attached by hand. */
function strangeLinks({ rows, accepted, told }: Ledgers): string[] {
  const known = new Set(accepted.map(({ taskId }) => taskId))
  return rows.flatMap(({ id, taskId }) => {
    if (taskId === null || known.has(taskId)) return []
    const isByHand = told.attached.some((each) => each.id === id && each.taskId === taskId)
    return isByHand ? [] : [`row ${id} is linked to ${taskId}, which was never accepted`]
  })
}

/** What the studio must count as spent by its rows, against what was accepted and what nobody can know. */
export function spendIsKnown(ledgers: Ledgers): Finding {
  const { rows, accepted } = ledgers
  const linked = rows.filter(({ taskId }) => taskId !== null).length
  const all = byPrompt(ledgers)
  const spent = linked + sum(all, doubtsOf)
  // In doubt and not accepted: they count as spend, since nobody here can know.
  const unconfirmed = sum(all, (each) => Math.max(0, doubtsOf(each) - looseOf(each).length))
  const isKnown = spent === accepted.length + unconfirmed
  const said = `spent ${spent}, but ${accepted.length} accepted + ${unconfirmed} unconfirmed`
  return { id: 'I7', checked: spent, broken: isKnown ? [] : [said] }
}

/** Accepted, and no row of this prompt is linked to it. */
function looseOf({ rows, accepted }: Payments): Accepted[] {
  return accepted.filter((line) => !rows.some(({ taskId }) => taskId === line.taskId))
}

/** Attempts of which the studio cannot say whether they were accepted: those sent again, and the last while it is open or dismissed. */
function doubtsOf({ rows }: Payments): number {
  return sum(rows, ({ status, errorCode, attempt }) => {
    const isOpen = status === 'unconfirmed' || errorCode === 'dismissed'
    return attempt - 1 + (isOpen ? 1 : 0)
  })
}

function sum<Item>(items: readonly Item[], amountOf: (item: Item) => number): number {
  return items.reduce((total, item) => total + amountOf(item), 0)
}
