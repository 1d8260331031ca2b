import type { TaskErrorCode } from '@/lib/shared/errors'
import { isActive } from '@/lib/shared/task-states'
import { succeeded } from './clips'
import { groupBy, type Finding } from './finding'
import type { Ledgers } from './ledgers'

export function everyAnswerIsOneRow({ told, rows }: Ledgers): Finding {
  const byKey = groupBy(told.accepted, ({ key }) => key)
  const broken = [...byKey].flatMap(([key, answers]) => {
    const [first = '', ...others] = new Set(answers.map(({ ids }) => ids.toSorted().join(' ')))
    if (others.length > 0) return [`key ${key} was told ${others.length + 1} different answers`]
    const bound = rows.filter((row) => row.key === key).map(({ id }) => id)
    if (bound.toSorted().join(' ') === first) return []
    return [`key ${key} was told ${first}, its rows are: ${bound.join(' ') || 'none'}`]
  })
  const unasked = rows.filter(({ key }) => key === null || !told.keys.has(key))
  return {
    id: 'I1',
    checked: byKey.size,
    broken: [...broken, ...unasked.map(({ id }) => `row ${id}: nobody asked for it`)],
  }
}

export function everyDoubtHasACause({ rows, faults }: Ledgers): Finding {
  const doubts = rows.flatMap(({ id, doubts }) => doubts.map((doubt) => ({ id, ...doubt })))
  const baseless = doubts.filter(
    ({ id, from, until }) =>
      !faults.some(
        (fault) =>
          (fault.inDoubt === 'any' || fault.inDoubt.includes(id)) &&
          fault.from <= until &&
          fault.until >= from,
      ),
  )
  return {
    id: 'I4',
    checked: doubts.length,
    broken: baseless.map(({ id }) => `row ${id} became unconfirmed without a fault`),
  }
}

/** How a task may fail here without anything being lost. */
export type AllowedFailures = {
  /** Those that the gateway did not accept. */
  unpaid: readonly TaskErrorCode[]
  /** Those that it accepted. */
  paid: readonly TaskErrorCode[]
}

export function everythingEnded(ledgers: Ledgers, allowed: AllowedFailures): Finding {
  const { rows, accepted, isPaused } = ledgers
  const paid = new Set(accepted.map(({ prompt }) => prompt))
  const broken = rows.flatMap(({ id, status, errorCode, prompt }) => {
    if (isActive(status)) return [`row ${id} is still ${status}`]
    if (status !== 'failed' || errorCode === 'dismissed') return []
    const isPaid = paid.has(prompt)
    const codes = isPaid ? allowed.paid : allowed.unpaid
    if (codes.some((code) => code === errorCode)) return []
    return [`row ${id} failed as ${errorCode}, ${isPaid ? 'though accepted' : 'not accepted'}`]
  })
  const paused = isPaused ? ['the queue is paused'] : []
  return { id: 'I8', checked: rows.length, broken: [...paused, ...broken] }
}

/** @param least share of the accepted tasks; null where a test is not about that */
export function mostSucceeded(ledgers: Ledgers, least: number | null): Finding {
  const wanted = new Set(ledgers.told.accepted.flatMap(({ ids }) => ids))
  const really = succeeded(ledgers).filter(({ row, wrong }) => wanted.has(row.id) && !wrong).length
  const isEnough = least === null || really >= least * wanted.size
  const said = `${really} of ${wanted.size} really succeeded`
  return { id: 'I9', checked: wanted.size, broken: isEnough ? [] : [said] }
}
