import { tableSearch } from './table-search'
import type { TaskSearch } from './task-search'

/** What stands behind the interface in this studio. */
export function taskSearch(): TaskSearch {
  return tableSearch
}
