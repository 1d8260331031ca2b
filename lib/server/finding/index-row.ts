import { MODES, type Mode } from '@/lib/shared/models/catalogue'
import { TASK_STATUSES, type TaskStatus } from '@/lib/shared/task-states'

/** What is known of a task to whoever looks for it, its words apart. */
export type IndexRow = {
  id: string
  /** Milliseconds since 1970. */
  createdAt: number
  status: TaskStatus
  model: string
  mode: Mode
  resolution: string
  /** Asked for. */
  seconds: number
  style: string | null
  camera: string | null
  seed: number | null
  rating: number
  isFavorite: boolean
  hasSound: boolean
  isRemixed: boolean
  isTrash: boolean
  /** Out of the trash, or not there at all: nobody finds it. */
  isGone: boolean
  /** Width over height, in thousandths. */
  ratio: number
  /** Of the saved clip; 0 while there is none. */
  durationMs: number
  tags: string[]
  collections: string[]
}

const FLAGS = ['isFavorite', 'hasSound', 'isRemixed', 'isTrash', 'isGone'] as const

/** As it is stored: without the brackets, so that something may be put before it. */
export function writeLine(row: IndexRow): string {
  const flags = FLAGS.reduce((bits, name, place) => bits | (row[name] ? 1 << place : 0), 0)
  const cells = [
    ...[row.id, row.createdAt, TASK_STATUSES.indexOf(row.status), row.model],
    ...[MODES.indexOf(row.mode), row.resolution, row.seconds, row.style, row.camera, row.seed],
    ...[row.rating, flags, row.ratio, row.durationMs, row.tags, row.collections],
  ]
  return JSON.stringify(cells).slice(1, -1)
}

/** Reads what `writeLine` wrote. By hand: a start reads a hundred thousand. */
export function readLine(cells: readonly unknown[]): IndexRow {
  const flags = number(cells[11])
  return {
    id: text(cells[0]),
    createdAt: number(cells[1]),
    status: TASK_STATUSES[number(cells[2])] ?? wrong(),
    model: text(cells[3]),
    mode: MODES[number(cells[4])] ?? wrong(),
    resolution: text(cells[5]),
    seconds: number(cells[6]),
    style: cells[7] === null ? null : text(cells[7]),
    camera: cells[8] === null ? null : text(cells[8]),
    seed: cells[9] === null ? null : number(cells[9]),
    rating: number(cells[10]),
    isFavorite: (flags & 1) > 0,
    hasSound: (flags & 2) > 0,
    isRemixed: (flags & 4) > 0,
    isTrash: (flags & 8) > 0,
    isGone: (flags & 16) > 0,
    ratio: number(cells[12]),
    durationMs: number(cells[13]),
    tags: texts(cells[14]),
    collections: texts(cells[15]),
  }
}

/** Of a task that is not there (any more). */
export function goneRow(id: string): IndexRow {
  return {
    ...{ id, createdAt: 0, status: 'canceled', model: '', mode: 'image', resolution: '' },
    ...{ seconds: 0, style: null, camera: null, seed: null, rating: 0, isFavorite: false },
    ...{ hasSound: false, isRemixed: false, isTrash: false, isGone: true, ratio: 1778 },
    ...{ durationMs: 0, tags: [], collections: [] },
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : wrong()
}
function number(value: unknown): number {
  return typeof value === 'number' ? value : wrong()
}
function texts(value: unknown): string[] {
  return Array.isArray(value) ? (value.length === 0 ? NONE : value.map(text)) : wrong()
}
const NONE: string[] = []
function wrong(): never {
  throw new Error('a line of the index that no version of the studio wrote')
}
