import { setImmediate as nextTurn } from 'node:timers/promises'
import type { GalleryShape } from '@/lib/shared/gallery/gallery-wire'
import { ratiosBefore } from './store/read-ratios'

const READ_AT_A_TIME = 2_000

/** The shape of the whole gallery from the tasks themselves: slower, but there while the index is not. */
export async function wholeShape(pageSize: number): Promise<GalleryShape> {
  const ids: string[] = []
  const ratios: number[] = []
  for (let before: string | null = null; ;) {
    const rows = await ratiosBefore(before, READ_AT_A_TIME)
    for (const [id, ratio] of rows) {
      ids.push(id)
      ratios.push(ratio)
    }
    before = ids.at(-1) ?? null
    if (rows.length < READ_AT_A_TIME) break
    await nextTurn()
  }
  const [youngest = null] = ids
  return {
    total: ids.length,
    pageSize,
    cursors: ids.filter((_, index) => (index + 1) % pageSize === 0 && index + 1 < ids.length),
    ratios: Buffer.from(Uint16Array.from(ratios).buffer).toString('base64'),
    youngest,
  }
}
