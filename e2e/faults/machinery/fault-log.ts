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
  return { all, add }
}
