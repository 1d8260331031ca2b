import type { FaultTest } from '../machinery/fault-test'
import { f1 } from './f01-kill'
import { f2 } from './f02-milestones'
import { f4 } from './f04-same-key'
import { f13 } from './f13-disk'
import { f14 } from './f14-database'
import { f15 } from './f15-older-backup'
import { f17 } from './f17-upload'
import { f18 } from './f18-cleaner'

/** Every test of `npm run test:faults`. */
export const faultTests: readonly FaultTest[] = [f1, f2, f4, f13, f14, f15, f17, f18]
