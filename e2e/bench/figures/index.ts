import type { Figure } from '../machinery/figure'
import { p01Range } from './p01-range'

/** In the order in which they are measured. */
export const figures: readonly Figure[] = [p01Range]
