import { appendFile, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openLedger, readLedger, type LedgerLine } from './ledger'
import { temporaryFolder } from './test-harness'

function line(overrides: Partial<LedgerLine> = {}): LedgerLine {
  return {
    at: '2030-01-01T00:00:00.000Z',
    accepted: true,
    task_id: 'task-1',
    code: 0,
    body: { prompt: 'two\nlines' },
    image_sha256s: [],
    ...overrides,
  }
}

test('keeps lines in the order in which they were handed in', async () => {
  const folder = await temporaryFolder()
  const ledger = await openLedger(folder)
  const lines = Array.from({ length: 50 }, (_, index) => line({ task_id: `task-${index}` }))
  await Promise.all(lines.map((one) => ledger.append(one)))
  await ledger.close()
  expect(await readLedger(folder)).toEqual(lines)
})

test('a line is in the file once append has resolved', async () => {
  const folder = await temporaryFolder()
  const ledger = await openLedger(folder)
  await ledger.append(line())
  expect(await readLedger(folder)).toEqual([line()])
  await ledger.close()
})

test('half a line that a crash left is cut off, and the next one is whole', async () => {
  const folder = await temporaryFolder()
  const first = await openLedger(folder)
  await first.append(line({ body: '鸟' }))
  await first.close()
  await appendFile(path.join(folder, 'ledger.jsonl'), '{"at":"2030')
  expect(await readLedger(folder)).toHaveLength(1)
  const second = await openLedger(folder)
  await second.append(line({ task_id: 'task-2' }))
  await second.close()
  expect(await readLedger(folder)).toEqual([line({ body: '鸟' }), line({ task_id: 'task-2' })])
  const text = await readFile(path.join(folder, 'ledger.jsonl'), 'utf8')
  expect(text.split('\n')).toHaveLength(3)
})

test('a ledger that was never opened has no lines', async () => {
  expect(await readLedger(await temporaryFolder())).toEqual([])
})
