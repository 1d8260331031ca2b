import type { Ledger } from './ledger'
import type { LinkFaults } from './link-faults'
import type { RenderQueue } from './render/render-queue'
import type { RequestLog } from './request-log'
import type { Scenarios } from './scenarios/scenarios'
import type { Settings } from './settings'
import type { TaskFiles } from './task-files'

/** What one running simulator is made of, for its routes. */
export interface Context {
  settings: Settings
  /** Milliseconds since the epoch. */
  now: () => number
  /** Where clip links lead, without a path: `http://127.0.0.1:PORT`. */
  origin: () => string
  files: TaskFiles
  ledger: Ledger
  renders: RenderQueue
  scenarios: Scenarios
  linkFaults: LinkFaults
  linkSecret: string
  requests: RequestLog
  /** Aborted when the simulator stops. */
  stopping: AbortSignal
}
