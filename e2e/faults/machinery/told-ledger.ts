import { appendFileSync } from 'node:fs'
import path from 'node:path'
import type { Told } from './oracle/ledgers'

export type ToldLedger = ReturnType<typeof openToldLedger>

/** What clients asked and were told, as it happens; also in a file, for whoever looks at a failing run. */
export function openToldLedger(folder: string) {
  const file = path.join(folder, 'told.jsonl')
  const told: Told = { keys: new Set(), accepted: [], resent: [], attached: [] }
  const keep = (line: object) =>
    appendFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`)
  return {
    told,
    asked: (key: string, prompt: string) => {
      told.keys.add(key)
      keep({ asked: key, prompt })
    },
    accepted: (key: string, ids: string[]) => {
      told.accepted.push({ key, ids })
      keep({ accepted: key, ids })
    },
    /** A person agrees when they press the button, whatever comes of it. */
    resent: (id: string, attempt: number) => {
      told.resent.push({ id, attempt })
      keep({ resent: id, attempt })
    },
    attached: (id: string, taskId: string) => {
      told.attached.push({ id, taskId })
      keep({ attached: id, taskId })
    },
    refused: (key: string, why: string) => keep({ refused: key, why }),
  }
}
