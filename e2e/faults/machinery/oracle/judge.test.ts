import { describe, expect, it } from 'vitest'
import type { InvariantId } from './finding'
import { judge, type Expectations } from './judge'
import type { Ledgers, Row } from './ledgers'
import { REFUSED, testFile, testLedgers, testRow, UNCONFIRMED } from './test-ledgers'

function redIn(ledgers: Ledgers, expected?: Expectations): InvariantId[] {
  return judge(ledgers, expected)
    .filter(({ broken }) => broken.length > 0)
    .map(({ id }) => id)
}

/** The good ledgers with one row as it should not be. */
function withRow(number: number, over: Partial<Row>): Ledgers {
  const ledgers = testLedgers()
  const rows = ledgers.rows.map((row, index) => (index === number ? { ...row, ...over } : row))
  return { ...ledgers, rows }
}

describe('the oracle', () => {
  it('finds nothing in ledgers that hold together, and says what it looked at', () => {
    const findings = judge(testLedgers())
    expect(findings.filter(({ broken }) => broken.length > 0)).toEqual([])
    expect(findings.map(({ id, checked }) => [id, checked])).toEqual([
      ['I1', 20],
      ['I2', 19],
      ['I3', 19],
      ['I4', 1],
      ['I5', 18],
      ['I6', 1],
      ['I7', 19],
      ['I8', 20],
      ['I9', 20],
    ])
  })

  describe('I1 sees', () => {
    const good = testLedgers()
    it('a 202 without a row', () => {
      const told = { ...good.told, accepted: [...good.told.accepted, { key: 'x', ids: ['gone'] }] }
      expect(redIn({ ...good, told })).toEqual(['I1'])
    })
    it('a key with two rows', () => {
      const second = testRow(30, { key: 'key-0', status: 'canceled', taskId: null })
      expect(redIn({ ...good, rows: [...good.rows, second] })).toEqual(['I1'])
    })
    it('a key that was told two rows', () => {
      const accepted = [...good.told.accepted, { key: 'key-0', ids: ['row-1'] }]
      expect(redIn({ ...good, told: { ...good.told, accepted } })).toEqual(['I1'])
    })
    it('a row that nobody asked for', () => {
      const stray = testRow(30, { key: 'unknown', status: 'canceled', taskId: null })
      expect(redIn({ ...good, rows: [...good.rows, stray] })).toEqual(['I1'])
    })
  })

  describe('I2 sees', () => {
    const good = testLedgers()
    const again = { at: 600, taskId: 'task-again', prompt: 'prompt 19' }
    it('a task that was accepted twice, also while its row is in doubt', () => {
      expect(redIn({ ...good, accepted: [...good.accepted, again] })).toContain('I2')
    })
    it('that a person agreed once and it was sent twice more', () => {
      const ledgers = withRow(UNCONFIRMED, {
        attempt: 2,
        status: 'succeeded',
        taskId: 'task-again',
      })
      const outputs = testRow(UNCONFIRMED).outputs
      const rows = ledgers.rows.map((row, index) =>
        index === UNCONFIRMED ? { ...row, outputs } : row,
      )
      const told = { ...good.told, resent: [{ id: 'row-19', attempt: 1 }] }
      const agreed = { ...good, rows, told, accepted: [...good.accepted, again] }
      expect(redIn(agreed)).toEqual([])
      const third = { ...again, taskId: 'task-third' }
      expect(redIn({ ...agreed, accepted: [...agreed.accepted, third] })).toContain('I2')
    })
    it('that a double click on "send again" is agreed to once', () => {
      const resent = [1, 1].map((attempt) => ({ id: 'row-19', attempt }))
      const twice = [again, { ...again, taskId: 'task-third' }]
      const told = { ...good.told, resent }
      expect(redIn({ ...good, told, accepted: [...good.accepted, ...twice] })).toContain('I2')
    })
  })

  describe('I3 sees', () => {
    it('an accepted submit that its row does not know', () => {
      const lost = withRow(0, { taskId: null, status: 'canceled' })
      expect(redIn(lost)).toContain('I3')
    })
    it('an accepted submit of which there is no row at all', () => {
      const good = testLedgers()
      const line = { at: 1, taskId: 'task-x', prompt: 'of nobody' }
      expect(redIn({ ...good, accepted: [...good.accepted, line] })).toContain('I3')
    })
    it('a row with a number that was never given, but for one attached by hand', () => {
      const strange = withRow(UNCONFIRMED, { taskId: 'task-invented' })
      expect(redIn(strange)).toContain('I3')
      const attached = [{ id: 'row-19', taskId: 'task-invented' }]
      const told = { ...strange.told, attached }
      const findings = judge({ ...strange, told })
      expect(findings.find(({ id }) => id === 'I3')?.broken).toEqual([])
    })
    it('two rows whose links are swapped', () => {
      const swapped = withRow(0, { taskId: 'task-1' })
      expect(redIn(swapped)).toContain('I3')
    })
  })

  describe('I4 sees', () => {
    it('an unconfirmed task in a time without a fault', () => {
      expect(redIn(withRow(UNCONFIRMED, { doubts: [{ from: 3000, until: 9000 }] }))).toEqual(['I4'])
    })
    it('that a fault which left another task in doubt is no excuse', () => {
      const killed = { what: 'killed worker', from: 2000, until: 2010 }
      const faultsOf = (...inDoubt: string[]) => testLedgers({ faults: [{ ...killed, inDoubt }] })
      expect(redIn(faultsOf('row-3', 'row-19'))).toEqual([])
      expect(redIn(faultsOf('row-3'))).toEqual(['I4'])
      expect(redIn(faultsOf())).toEqual(['I4'])
    })
    it('a doubt that was resolved meanwhile', () => {
      expect(redIn(withRow(0, { doubts: [{ from: 8000, until: 9000 }] }))).toEqual(['I4'])
    })
  })

  describe('I5 sees', () => {
    it.each([
      ['a clip that is not there', { files: [] }],
      ['a clip that is cut', { files: [testFile({ bytes: 999 })] }],
      ['a clip with another content', { files: [testFile({ sha256: 'd'.repeat(64) })] }],
      ['a clip that does not parse', { files: [testFile({ isWholeClip: false })] }],
    ])('%s', (_, over) => {
      expect(redIn(testLedgers(over))).toContain('I5')
    })
    it('success without a clip', () => {
      expect(redIn(withRow(0, { outputs: [] }))).toEqual(['I5'])
    })
    it('success before the clip was noted', () => {
      const outputs = [{ path: null, bytes: null, sha256: null }]
      expect(redIn(withRow(0, { outputs }))).toEqual(['I5'])
    })
    it('the second clip of a task', () => {
      const outputs = [...testRow(0).outputs, { path: 'clips/x.mp4', bytes: 1, sha256: 'x' }]
      expect(redIn(withRow(0, { outputs }))).toEqual(['I5'])
    })
  })

  it('I6 sees a file of nobody that is older than ten minutes, and no younger one', () => {
    const stray = testFile({ path: 'tmp/x', isNamed: false, isWholeClip: null })
    const aged = (ageMs: number) => testLedgers({ files: [testFile(), { ...stray, ageMs }] })
    expect(redIn(aged(10 * 60_000))).toEqual([])
    expect(redIn(aged(10 * 60_000 + 1))).toEqual(['I6'])
  })

  describe('I7 sees', () => {
    it('spend that the studio does not know of', () => {
      expect(redIn(withRow(UNCONFIRMED, { status: 'canceled' }))).toContain('I7')
    })
    it('spend that never was', () => {
      expect(redIn(withRow(REFUSED, { taskId: 'task-invented' }))).toContain('I7')
    })
    it('that a dismissed task still counts', () => {
      expect(redIn(withRow(UNCONFIRMED, { status: 'failed', errorCode: 'dismissed' }))).toEqual([])
    })
  })

  describe('I8 sees', () => {
    it.each(['queued', 'submitting', 'running', 'archiving'] as const)(
      'a task that is still %s',
      (status) => {
        expect(redIn(withRow(0, { status }))).toContain('I8')
      },
    )
    it('a paid result that was given up', () => {
      const lost = withRow(0, { status: 'failed', errorCode: 'result_lost' })
      expect(redIn(lost)).toEqual(['I8'])
      expect(redIn(lost, { paid: ['result_lost'] })).toEqual([])
    })
    it('a refusal of a picture though the task was accepted', () => {
      expect(redIn(withRow(0, { status: 'failed', errorCode: 'picture_refused' }))).toEqual(['I8'])
    })
    it('a queue that waits for a person', () => {
      expect(redIn(testLedgers({ isPaused: true }))).toEqual(['I8'])
    })
  })

  it('I9 sees that fewer than four in five succeeded', () => {
    const good = testLedgers()
    const canceled = good.rows.map((row, index) =>
      index < 3 ? { ...row, status: 'canceled' as const, taskId: null } : row,
    )
    const accepted = good.accepted.slice(3)
    const fewer = { ...good, rows: canceled, accepted }
    expect(redIn(fewer)).toEqual(['I9'])
    expect(redIn(fewer, { leastSucceeded: null })).toEqual([])
  })
})
