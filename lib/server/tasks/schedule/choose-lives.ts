import type { Life } from './life-model'

/** What decides how long a clip takes, as far as the studio can know it before. */
export type Kind = { model: string; seconds: number; resolution: string }

/** From so many on a group speaks for itself; below it a wider one is asked. */
const GROUP_MIN = 8
/** Older ones tell of a gateway as it was. */
const GROUP_MAX = 200

const WIDENING: readonly (readonly (keyof Kind)[])[] = [
  ['model', 'seconds', 'resolution'],
  ['model', 'resolution'],
  ['model'],
  [],
]

/** The lives of clips like this one, newest first: of the narrowest group that has enough. */
export function chooseLives<Row extends Life & Kind>(rows: readonly Row[], kind: Kind): Row[] {
  for (const fields of WIDENING) {
    const group = rows.filter((row) => fields.every((field) => row[field] === kind[field]))
    if (group.length >= GROUP_MIN || fields.length === 0) return group.slice(0, GROUP_MAX)
  }
  return []
}
