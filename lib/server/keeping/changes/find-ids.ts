import { selectIds } from '../../finding/select-ids'
import type { SelectIds } from './selected-ids'

/** Asked part by part: while the last one is found others are heard. */
export const findIds: SelectIds = async (options) => {
  const ids: string[] = []
  for await (const part of selectIds(options)) ids.push(...part)
  return ids
}
