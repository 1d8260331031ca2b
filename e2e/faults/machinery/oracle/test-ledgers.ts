import type { Ledgers, Row, StoredFile } from './ledgers'

const CLIP = 'c'.repeat(64)
const CLIP_PATH = `clips/cc/${CLIP}.mp4`
/** Rows by their number in `testLedgers`. */
export const REFUSED = 18
export const UNCONFIRMED = 19

export function testRow(number: number, over: Partial<Row> = {}): Row {
  return {
    id: `row-${number}`,
    key: `key-${number}`,
    prompt: `prompt ${number}`,
    status: 'succeeded',
    attempt: 1,
    errorCode: null,
    taskId: `task-${number}`,
    doubts: [],
    outputs: [{ path: CLIP_PATH, bytes: 1000, sha256: CLIP }],
    ...over,
  }
}

export function testFile(over: Partial<StoredFile> = {}): StoredFile {
  return {
    path: CLIP_PATH,
    bytes: 1000,
    sha256: CLIP,
    ageMs: 60_000,
    isNamed: true,
    isWholeClip: true,
    ...over,
  }
}

/**
 * Ledgers of twenty tasks that hold together: 18 succeeded, one was refused unpaid, and one is unconfirmed after a kill
 * though the gateway accepted it.
 */
export function testLedgers(over: Partial<Ledgers> = {}): Ledgers {
  const rows = Array.from({ length: REFUSED }, (_, index) => testRow(index))
  const refused = testRow(REFUSED, {
    status: 'failed',
    errorCode: 'picture_refused',
    taskId: null,
    outputs: [],
  })
  const unconfirmed = testRow(UNCONFIRMED, {
    status: 'unconfirmed',
    errorCode: 'studio_stopped',
    taskId: null,
    doubts: [{ from: 1000, until: 5000 }],
    outputs: [],
  })
  const all = [...rows, refused, unconfirmed]
  const paid = [...rows, unconfirmed]
  return {
    told: {
      keys: new Set(all.flatMap(({ key }) => key ?? [])),
      accepted: all.map(({ id, key }) => ({ key: key ?? '', ids: [id] })),
      resent: [],
      attached: [],
    },
    accepted: paid.map(({ prompt }, index) => ({
      at: 500,
      taskId: index < REFUSED ? `task-${index}` : 'task-unknown',
      prompt,
    })),
    rows: all,
    files: [testFile()],
    missing: [],
    faults: [{ what: 'killed worker', from: 2000, until: 2010, inDoubt: 'any' }],
    isPaused: false,
    ...over,
  }
}
