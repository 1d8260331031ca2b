import type { FaultTest } from '../machinery/fault-test'
import { f1 } from './f01-kill'
import { f2 } from './f02-milestones'
import { f3 } from './f03-restarts'
import { f4 } from './f04-same-key'
import { f6 } from './f06-two-workers'
import { f7 } from './f07-stopped-worker'
import { s1, s2, s3 } from './s-switches'

/** Every test of `npm run test:faults`. */
export const faultTests: readonly FaultTest[] = [f1, f2, f3, f4, f6, f7, s1, s2, s3]
