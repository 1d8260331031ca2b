import type { GalleryShape } from '@/lib/shared/gallery/gallery-wire'
import { hasFields } from '@/lib/shared/has-fields'
import type { TaskOnWire, TaskPage } from '@/lib/shared/wire'

/** One page of the list: clips `start` to `end` (not included), asked for with `cursor`. Pages shrink as clips leave. */
export type PageSpan = { cursor: string | null; start: number; end: number }

/** The whole gallery of a query without its clips. */
export type Shape = {
  total: number
  /** Width over height of every clip in order, in thousandths. */
  ratios: Uint16Array
  pages: readonly PageSpan[]
  /** The youngest clip that there was; what came later is fresh. */
  youngest: string | null
}

/** 16 to 9, where nothing is known. */
const RATIO_UNKNOWN = 1778

/** Width over height of a task's place in thousandths: its clip's, else its first picture's; as the server counts it for the shape. */
function ratioOf({ videos: [video], inputs: [input] }: TaskOnWire): number {
  const known = [video, input].find((one) => one?.width && one.height)
  return known?.width && known.height
    ? Math.round((known.width / known.height) * 1000)
    : RATIO_UNKNOWN
}

/** What is known of the gallery while only its first page is. */
export function shapeOfPage({ tasks }: TaskPage): Shape {
  const total = tasks.length
  return {
    total,
    ratios: Uint16Array.from(tasks, ratioOf),
    pages: total > 0 ? [{ cursor: null, start: 0, end: total }] : [],
    youngest: null,
  }
}

/** The answer of the server, or null for anything else. */
export function parseShape(answer: unknown): Shape | null {
  return isShape(answer) ? readShape(answer) : null
}

function isShape(answer: unknown): answer is GalleryShape {
  if (!hasFields(answer, { total: 'number', pageSize: 'number', ratios: 'string' })) return false
  const cursors: unknown = Reflect.get(answer, 'cursors')
  const youngest: unknown = Reflect.get(answer, 'youngest')
  return (
    Array.isArray(cursors) &&
    cursors.every((cursor) => typeof cursor === 'string') &&
    (youngest === null || typeof youngest === 'string')
  )
}

export function readShape(wire: GalleryShape): Shape {
  const ratios = readRatios(wire.ratios)
  const total = Math.min(wire.total, ratios.length)
  const cursors = [null, ...wire.cursors]
  const pages = cursors.flatMap((cursor, index) => {
    const start = index * wire.pageSize
    const end = Math.min(start + wire.pageSize, total)
    return start < end ? [{ cursor, start, end }] : []
  })
  return { total, ratios, pages, youngest: wire.youngest }
}

/** The page that holds a clip's index. Pages are in order, so that the middle one says where to look on. */
export function pageAt(shape: Shape, index: number): number {
  let low = 0
  let high = shape.pages.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (index < (shape.pages[middle]?.end ?? 0)) high = middle
    else low = middle + 1
  }
  return low
}

/** The shape without the clips at these places; the cursors of all pages go on being true, since they name a clip and not a number. */
export function withoutClips(shape: Shape, indexes: readonly number[]): Shape {
  const gone = new Set(indexes)
  const goneBefore = (index: number) => indexes.filter((one) => one < index).length
  return {
    ...shape,
    total: shape.total - gone.size,
    ratios: shape.ratios.filter((_, index) => !gone.has(index)),
    pages: shape.pages.map(({ cursor, start, end }) => ({
      cursor,
      start: start - goneBefore(start),
      end: end - goneBefore(end),
    })),
  }
}

/** Base64 of little-endian 16-bit numbers. */
function readRatios(base64: string): Uint16Array {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  const view = new DataView(bytes.buffer)
  return Uint16Array.from({ length: bytes.length >> 1 }, (_, index) =>
    view.getUint16(index * 2, true),
  )
}
