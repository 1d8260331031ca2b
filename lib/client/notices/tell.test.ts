import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aTask } from '../test-builders'
import { createTeller, GATHER_MS, type Ending, type Notice } from './tell'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function aTeller(more: Partial<Parameters<typeof createTeller>[0]> = {}) {
  const shown: Notice[] = []
  const played: Ending[] = []
  const asked: string[] = []
  const teller = createTeller({
    isSeen: async () => false,
    claim: () => true,
    fetchTask: async (id) => {
      asked.push(id)
      return aTask({ id })
    },
    show: (notice) => void shown.push(notice),
    play: (ending) => void played.push(ending),
    ...more,
  })
  const pass = () => vi.advanceTimersByTimeAsync(GATHER_MS)
  return { teller, shown, played, asked, pass }
}
const endings = (done: number, failed = 0, needs = 0) => ({ done, failed, needs })

test('one clip is told with its words', async () => {
  const { teller, shown, played, pass } = aTeller()
  teller.hear('a', 'succeeded')
  expect(shown).toEqual([])
  await pass()
  expect(shown).toEqual([{ endings: endings(1), task: aTask({ id: 'a' }) }])
  expect(played).toEqual(['done'])
})

test('what comes together is told together, and what needs somebody is heard', async () => {
  const { teller, shown, played, asked, pass } = aTeller()
  teller.hear('a', 'succeeded')
  teller.hear('b', 'unconfirmed')
  teller.hear('c', 'failed')
  await pass()
  expect(shown).toEqual([{ endings: endings(1, 1, 1), task: null }])
  expect([played, asked]).toEqual([['needs'], []])
})

test('the count grows while nobody looks, and begins anew once somebody has', async () => {
  const { teller, shown, pass } = aTeller()
  for (const id of ['a', 'b']) {
    teller.hear(id, 'succeeded')
    await pass()
  }
  teller.forget()
  teller.hear('c', 'succeeded')
  await pass()
  expect(shown.map((notice) => notice.endings.done)).toEqual([1, 2, 1])
})

test('whoever looks hears it and is shown nothing', async () => {
  const { teller, shown, played, pass } = aTeller({ isSeen: async () => true })
  teller.hear('a', 'succeeded')
  await pass()
  expect([shown, played]).toEqual([[], ['done']])
})

test('what another tab has told is not told again', async () => {
  const { teller, shown, played, pass } = aTeller({ claim: () => false })
  teller.hear('a', 'succeeded')
  await pass()
  expect([shown, played]).toEqual([[], []])
})

test('without its words it is told all the same', async () => {
  const { teller, shown, pass } = aTeller({ fetchTask: () => Promise.reject(new Error('down')) })
  teller.hear('a', 'succeeded')
  await pass()
  expect(shown).toEqual([{ endings: endings(1), task: null }])
})

test('what was canceled is nobody’s news', async () => {
  const { teller, shown, played, pass } = aTeller()
  teller.hear('a', 'canceled')
  await pass()
  expect([shown, played]).toEqual([[], []])
})
