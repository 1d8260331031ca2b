import type { Figure } from '../machinery/figure'
import { p01Range } from './p01-range'
import { p02ListQuery } from './p02-list-query'
import { p03ListHttp } from './p03-list-http'
import { p04FirstLoad } from './p04-first-load'
import { p05GalleryLab } from './p05-gallery-lab'
import { p06Shift } from './p06-shift'
import { p07Asking } from './p07-asking'
import { p08Live } from './p08-live'
import { p09IdleTabs } from './p09-idle-tabs'
import { p10Accept } from './p10-accept'
import { p11Memory } from './p11-memory'
import { p12Start } from './p12-start'
import { p13Upload } from './p13-upload'
import { p14Scrolling } from './p14-scrolling'
import { p15Archive } from './p15-archive'
import { s1Search } from './s1-search'
import { t1Typing } from './t1-typing'

/** In the order in which they are measured. */
export const figures: readonly Figure[] = [
  p01Range,
  p02ListQuery,
  p03ListHttp,
  p04FirstLoad,
  p05GalleryLab,
  p06Shift,
  p07Asking,
  p08Live,
  p09IdleTabs,
  p10Accept,
  p11Memory,
  p12Start,
  p13Upload,
  p14Scrolling,
  p15Archive,
  s1Search,
  t1Typing,
]
