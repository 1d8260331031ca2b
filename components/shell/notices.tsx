import { useTellNotices } from './use-tell-notices'
import { useTabTitle } from './use-tab-title'

/** Tells that clips are done, as this browser was told to: nothing of it is on the page. */
export function Notices() {
  useTabTitle()
  useTellNotices()
  return null
}
