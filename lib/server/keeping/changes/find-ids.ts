import { selectIds } from '../../finding/select-ids'
import type { SelectIds } from './selected-ids'

export const findIds: SelectIds = async (options) => {
  const ids: string[] = []
  for await (const some of selectIds(options)) ids.push(...some)
  return ids
}
