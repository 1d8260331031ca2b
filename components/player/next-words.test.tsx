// @vitest-environment jsdom
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { aQueue, aTask } from '@/lib/client/test-builders'
import type { Outlook, TaskOnWire } from '@/lib/shared/wire'
import { RunningCard } from '../gallery/running-card'
import { renderInStudio, watchConsole } from '../test-render'
import { NextWords } from './next-words'

watchConsole()

const NOW = Date.parse('2026-03-01T14:00:00Z')
beforeEach(() => void vi.useFakeTimers({ now: NOW, toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

const at = (minutes: number) => new Date(NOW + minutes * 60_000).toISOString()
const outlook = (more: Partial<Outlook>): Outlook => ({
  place: null,
  nextAt: null,
  readyFrom: null,
  readyUntil: null,
  basis: 'history',
  ...more,
})
const range = outlook({ readyFrom: at(3), readyUntil: at(6) })
const running = (more: Partial<TaskOnWire>) => ({ status: 'running', ...more }) as const
const error = (code: string) => ({ code, message: 'Said by the server.' })
const PAUSED = { reason: 'no_balance', message: 'No.', since: at(-5) } as const

/** What each state says, in English and in Chinese; the few words of a card where there are any. */
test.each<[Partial<TaskOnWire>, RegExp, RegExp, RegExp?]>([
  [
    { status: 'queued', outlook: outlook({ place: 3 }) },
    /Place 3 in the queue/,
    /排在第 3 位/,
    /^Waiting\s*Place 3/,
  ],
  [{ status: 'queued', outlook: outlook({ place: 1 }) }, /Next to be sent/, /下一个就发送/],
  [{ status: 'queued', outlook: outlook({}), batchId: 'b' }, /its batch is paused/, /批次已暂停/],
  [
    {
      status: 'queued',
      error: error('gateway_busy'),
      outlook: outlook({ place: 1, nextAt: at(2) }),
    },
    /tried again at 14:02/,
    /14:02 会再试/,
    /Again at 14:02/,
  ],
  [{ status: 'submitting' }, /handed to the gateway/, /正在提交给网关/],
  [
    running({ submittedAt: at(-1), outlook: range }),
    /between 14:03 and 14:06, going by clips made here/,
    /14:03 到 14:06/,
    /14:03–14:06/,
  ],
  [
    running({ outlook: outlook({ basis: 'assumption' }) }),
    /usually needs 1 to 5 minutes/,
    /1 到 5 分钟/,
  ],
  [running({ submittedAt: at(-12), outlook: range }), /^Slow: /, /^较慢：/, /Slow/],
  [
    running({ submittedAt: at(-9), outlook: outlook({ readyFrom: at(-3), readyUntil: at(-1) }) }),
    /longer than clips made here/,
    /比这里以往的视频更久/,
  ],
  [
    { status: 'archiving', linkExpiresAt: at(54.5) },
    /being fetched\. The gateway's link to it lives another 54 min/,
    /链接还有 54 分钟有效/,
    /Link lives 54 min/,
  ],
  [{ status: 'archiving', linkExpiresAt: at(150) }, /another 2 h 30 min/, /2 小时 30 分钟/],
  [{ status: 'archiving', linkExpiresAt: at(-1) }, /a new one is asked for/, /正在索取新的/],
  [{ status: 'succeeded' }, /saved here/, /已保存在这里/],
  [
    { status: 'failed', error: error('moderation') },
    /settings are kept.*try again/,
    /都还在。.*重试/,
  ],
  [{ status: 'failed', error: error('result_lost') }, /that is free/, /不收费/],
  [{ status: 'failed', error: error('dismissed') }, /Nothing more happens/, /不会再有变化/],
  [{ status: 'unconfirmed' }, /Nothing more is sent until you decide/, /什么都不会再发送/],
  [{ status: 'canceled' }, /Nothing was charged/, /没有扣费/],
])('%j says what comes next', (more, english, chinese, card) => {
  const task = aTask(more)
  for (const [locale, words] of [
    ['en', english],
    ['zh', chinese],
  ] as const) {
    const { container, unmount } = renderInStudio(<NextWords task={task} />, { locale })
    expect(container.textContent, locale).toMatch(words)
    unmount()
  }
  if (card) {
    const { container } = renderInStudio(<RunningCard task={task} />)
    expect(container.textContent).toMatch(card)
  }
})

test('a paused queue is said of what waits, with the way to its reason', () => {
  const { container } = renderInStudio(<NextWords task={aTask({ status: 'queued' })} />, {
    queue: aQueue({ paused: PAUSED, queued: 1 }),
  })
  expect(container.textContent).toContain('the queue is paused')
  expect(container.querySelector('a')?.getAttribute('href')).toBe('/attention')
})

test('the words go on with the time', async () => {
  vi.useRealTimers()
  vi.useFakeTimers({ now: NOW })
  onTestFinished(() => void vi.useRealTimers())
  const task = aTask(running({ submittedAt: at(-1), outlook: range }))
  const { container } = renderInStudio(<NextWords task={task} />)
  expect(container.textContent).toContain('between')
  await vi.advanceTimersByTimeAsync(4 * 60_000)
  await vi.waitFor(() => expect(container.textContent).toContain('any moment'))
})
