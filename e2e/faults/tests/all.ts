import type { FaultTest } from '../machinery/fault-test'
import { f1 } from './f01-kill'
import { f2 } from './f02-milestones'
import { f3 } from './f03-restarts'
import { f4 } from './f04-same-key'
import { f5 } from './f05-other-body'
import { f6 } from './f06-two-workers'
import { f7 } from './f07-stopped-worker'
import { f8 } from './f08-verdicts'
import { f9 } from './f09-too-many'
import { f10 } from './f10-slow-and-large'
import { f11 } from './f11-asking'
import { f12 } from './f12-clips'
import { f13 } from './f13-disk'
import { f14 } from './f14-database'
import { f15 } from './f15-older-backup'
import { f17 } from './f17-upload'
import { f18 } from './f18-cleaner'
import { s1, s2, s3 } from './s-switches'

/** Every test of `npm run test:faults`. */
export const faultTests: readonly FaultTest[] = [
  f1,
  f2,
  f3,
  f4,
  f5,
  f6,
  f7,
  f8,
  f9,
  f10,
  f11,
  f12,
  f13,
  f14,
  f15,
  f17,
  f18,
  s1,
  s2,
  s3,
]
