import type { FaultTest } from '../machinery/fault-test'
import { f1 } from './f01-kill'
import { f2 } from './f02-milestones'
import { f4 } from './f04-same-key'
import { f6 } from './f06-two-workers'
import { f7 } from './f07-stopped-worker'

/** Every test of `npm run test:faults`. */
export const faultTests: readonly FaultTest[] = [f1, f2, f4, f6, f7]
