import { appendFileSync } from 'node:fs'
import path from 'node:path'
import type { Fault } from './oracle/ledgers'

/** The faults of a run as they are injected; also in a file, for whoever looks at a failing run. */
export function openFaultLog(folder: string) {
  const file = path.join(folder, 'faults.jsonl')
  const all: Fault[] = []
  const add = (fault: Fault) => {
    all.push(fault)
    appendFileSync(file, `${JSON.stringify(fault)}\n`)
  }
  /** Notes a fault that lasts as long as `inject` does. */
  const during = async <T>(
    { what, leavesDoubt }: Pick<Fault, 'what' | 'leavesDoubt'>,
    inject: () => Promise<T> | T,
  ): Promise<T> => {
    const from = Date.now()
    const done = await inject()
    add({ what, leavesDoubt, from, until: Date.now() })
    return done
  }
  return { all, add, during }
}
