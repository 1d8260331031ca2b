import type { Figure } from '../machinery/figure'
import { p01Range } from './p01-range'
import { p04FirstLoad } from './p04-first-load'
import { p06Shift } from './p06-shift'
import { p07Asking } from './p07-asking'
import { p10Accept } from './p10-accept'
import { p12Start } from './p12-start'
import { p13Upload } from './p13-upload'
import { t1Typing } from './t1-typing'

/** In the order in which they are measured. */
export const figures: readonly Figure[] = [
  p01Range,
  p04FirstLoad,
  p06Shift,
  p07Asking,
  p10Accept,
  p12Start,
  p13Upload,
  t1Typing,
]
