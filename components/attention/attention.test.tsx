// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { attentionQueries } from '@/lib/client/attention-queries'
import { anAttention, anEntry, aNeedyTask, aPage, aQueue } from '@/lib/client/test-builders'
import { anError, startTestStudio } from '@/lib/client/test-studio'
import type { AttentionItem } from '@/lib/shared/attention'
import type { AuditEntryOnWire } from '@/lib/shared/audit'
import type { QueueOnWire } from '@/lib/shared/wire'
import { ToastPlace } from '../shell/toast-place'
import { renderInStudio, watchConsole } from '../test-render'
import { AttentionPage } from './attention-page'
import { groupItems, sumEstimates } from './group-items'

watchConsole()

type Routes = Parameters<typeof startTestStudio>[0]
type Start = {
  items?: AttentionItem[]
  entries?: AuditEntryOnWire[]
  queue?: QueueOnWire
  routes?: Routes
}

const unclear = (id: string, more: Parameters<typeof aNeedyTask>[0] = {}): AttentionItem => ({
  task: aNeedyTask({ id, prompt: `Prompt of ${id}`, ...more }),
  answer: null,
})
const lost = (id: string): AttentionItem =>
  unclear(id, {
    status: 'failed',
    taskId: `vendor-${id}`,
    error: { code: 'result_lost', message: 'The link died.' },
  })

/** The page as the server sends it; what is decided leaves the list. */
async function openPage({ items = [], entries = [], queue = aQueue(), routes = {} }: Start) {
  const gone = new Set<string>()
  const studio = await startTestStudio({
    'GET /api/queue': () => ({ json: queue }),
    'GET /api/tasks': () => ({ json: aPage([]) }),
    'GET /api/attention': () => ({
      json: anAttention(items.filter(({ task }) => !gone.has(task.id))),
    }),
    'GET /api/audit': () => ({ json: { entries, nextCursor: null } }),
    ...Object.fromEntries(
      items.map(({ task }) => [
        `POST /api/tasks/${task.id}/resolve`,
        () => {
          gone.add(task.id)
          return { json: { ...task, status: 'queued', attempt: task.attempt + 1 } }
        },
      ]),
    ),
    ...routes,
  })
  renderInStudio(
    <>
      <AttentionPage />
      <ToastPlace />
    </>,
    {
      queue,
      fill: (client) => {
        const pageParams = [null]
        const page = { entries, nextCursor: null }
        client.setQueryData(attentionQueries.list().queryKey, {
          pages: [anAttention(items)],
          pageParams,
        })
        client.setQueryData(attentionQueries.audit().queryKey, { pages: [page], pageParams })
      },
    },
  )
  return { studio, user: userEvent.setup() }
}

const bodies = (seen: { body: string }[]): unknown[] => seen.map(({ body }) => JSON.parse(body))

test('with nothing to decide it says so, and what would come here', async () => {
  await openPage({})
  expect(screen.getByRole('heading', { level: 1, name: 'Nothing needs you.' })).toBeTruthy()
  expect(screen.getByText('Nothing has been decided yet.')).toBeTruthy()
})

test('a paused queue says why and since when, and one click resumes it', async () => {
  const paused = { reason: 'no_balance', message: 'No balance.', since: '2026-03-01T10:00:00Z' }
  const { user } = await openPage({
    queue: aQueue({ paused: { ...paused, reason: 'no_balance' }, queued: 2 }),
    routes: { 'POST /api/queue/resume': () => ({ json: aQueue({ queued: 2 }) }) },
  })
  expect(screen.getByText('No balance.')).toBeTruthy()
  expect(screen.getByText(/2 clips are waiting behind it/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Resume' }))
  await waitFor(() => expect(screen.queryByText('No balance.')).toBeNull())
  expect(screen.getAllByText('Resumed. Sending goes on.').length).toBeGreaterThan(0)
})

test('a task that waits shows what it is, what the gateway said, and the ways out', async () => {
  const answer = {
    at: '2026-03-01T10:01:05Z',
    httpStatus: 200,
    requestId: 'req-7',
    body: '<html>hello</html>',
  }
  const { studio, user } = await openPage({ items: [{ ...unclear('a'), answer }] })
  expect(screen.getByRole('heading', { name: 'One clip waits for your word' })).toBeTruthy()
  expect(screen.getByText('The answer was unclear.')).toBeTruthy()
  expect(screen.getByText('<html>hello</html>')).toBeTruthy()
  expect(screen.getByText('Request req-7')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Prompt of a' }).getAttribute('href')).toBe('/tasks/a')
  await user.click(screen.getByText('It was not made: send it again'))
  await user.dblClick(screen.getByRole('button', { name: 'Send again, even if charged twice' }))
  await screen.findByRole('heading', { name: 'Nothing needs you.' })
  expect(bodies(studio.asked('POST /api/tasks/a/resolve'))).toEqual([
    { attempt: 1, action: 'resend' },
  ])
})

describe('many that wait for one reason', () => {
  const items = [unclear('c'), unclear('b', { attempt: 4 }), unclear('a')]

  test('are sent again together after one question that says what they cost', async () => {
    const { studio, user } = await openPage({ items })
    await user.click(screen.getByRole('checkbox', { name: 'Select all 3' }))
    await user.click(screen.getByRole('button', { name: 'Send again' }))
    const sure = within(screen.getByRole('group', { name: 'Send 3 clips again?' }))
    expect(sure.getByText(/Estimated at \$1\.35/)).toBeTruthy()
    expect(studio.seen.filter(({ method }) => method === 'POST')).toEqual([])
    await user.click(sure.getByRole('button', { name: /Send all 3 again/ }))
    await screen.findByRole('heading', { name: 'Nothing needs you.' })
    const sent = studio.seen.filter(({ method }) => method === 'POST')
    expect(sent.map(({ path }) => path)).toEqual([
      '/api/tasks/c/resolve',
      '/api/tasks/b/resolve',
      '/api/tasks/a/resolve',
    ])
    expect(bodies(sent)).toEqual([1, 4, 1].map((attempt) => ({ attempt, action: 'resend' })))
    expect(screen.getAllByText('3 sent again. They wait in the queue.').length).toBeGreaterThan(0)
  })

  test('that were decided elsewhere meanwhile are told apart, and the rest is done', async () => {
    const { user } = await openPage({
      items,
      routes: {
        'POST /api/tasks/b/resolve': () => ({ status: 409, json: anError('conflict', 'Changed.') }),
      },
    })
    await user.click(screen.getByRole('checkbox', { name: 'Select all 3' }))
    const bar = within(screen.getByRole('group', { name: 'Decide on several at once' }))
    await user.click(bar.getByRole('button', { name: 'Dismiss' }))
    await user.click(screen.getByRole('button', { name: 'Dismiss all 3' }))
    const said = await screen.findAllByText(/2 dismissed\. This was already decided/)
    expect(said.length).toBeGreaterThan(0)
  })

  test('some can be chosen, and nothing is done without the second word', async () => {
    const { studio, user } = await openPage({ items })
    await user.click(screen.getByRole('checkbox', { name: 'Select: Prompt of b' }))
    expect(screen.getByRole('checkbox', { name: '1 selected' })).toHaveProperty(
      'indeterminate',
      true,
    )
    await user.click(screen.getByRole('button', { name: 'Send again' }))
    await user.click(screen.getByRole('button', { name: 'Not now' }))
    expect(studio.seen.filter(({ method }) => method === 'POST')).toEqual([])
  })
})

test('a lost result is asked for again with the id that it has', async () => {
  const { studio, user } = await openPage({ items: [lost('a')] })
  expect(screen.getByText('The link died.')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Ask for the clip again' }))
  await screen.findByRole('heading', { name: 'Nothing needs you.' })
  expect(bodies(studio.asked('POST /api/tasks/a/resolve'))).toEqual([
    { attempt: 1, action: 'attach', taskId: 'vendor-a' },
  ])
})

test('what was decided is listed, and what was deleted is put back from there', async () => {
  const { studio, user } = await openPage({
    entries: [
      anEntry({ id: 3, action: 'delete', task: { prompt: 'Away', isDeleted: true } }),
      anEntry({
        id: 2,
        action: 'resume_queue',
        taskId: null,
        task: null,
        detail: { reason: 'no_balance' },
      }),
      anEntry({ id: 1, action: 'from_the_future', task: null }),
    ],
    routes: { 'POST /api/tasks/task-1/restore': () => ({ json: aNeedyTask() }) },
  })
  const list = within(screen.getByRole('list', { name: 'What was done' }))
  const rows = list.getAllByRole('listitem').map(({ textContent }) => textContent)
  expect(rows[0]).toContain('Moved to the trash')
  expect(rows[1]).toContain('Queue resumed: it had stopped because the balance was used up')
  expect(rows[2]).toContain('from_the_future')
  await user.click(list.getByRole('button', { name: 'Put back' }))
  await screen.findAllByText('It is back where it was.')
  expect(studio.asked('POST /api/tasks/task-1/restore')).toHaveLength(1)
})

test('groups are by reason, what may cost money first', () => {
  const stopped = { code: 'studio_stopped', message: 'It stopped.' }
  const groups = groupItems([
    lost('e'),
    unclear('d'),
    unclear('c', { error: stopped }),
    unclear('b'),
  ])
  expect(groups.map(({ key, items }) => [key, items.map(({ task }) => task.id)])).toEqual([
    ['unconfirmed:answer_unclear', ['d', 'b']],
    ['unconfirmed:studio_stopped', ['c']],
    ['lost:result_lost', ['e']],
  ])
})

test('a sum is kept apart by currency, and is none where nothing has a price', () => {
  const yuan = { credits: 1, usd: null, amount: 3, currency: 'CNY' } as const
  const items = [unclear('a'), unclear('b'), unclear('c', { estimate: yuan })]
  expect(sumEstimates(items)).toEqual([
    { currency: 'USD', amount: 0.9 },
    { currency: 'CNY', amount: 3 },
  ])
  expect(sumEstimates([unclear('d', { estimate: null })])).toEqual([])
})
