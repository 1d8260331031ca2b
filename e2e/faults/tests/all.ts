import type { FaultTest } from '../machinery/fault-test'
import { f1 } from './f01-kill'

/** Every test of `npm run test:faults`. */
export const faultTests: readonly FaultTest[] = [f1]
