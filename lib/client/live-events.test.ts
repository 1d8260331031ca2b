// @vitest-environment jsdom
import { QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import type { TaskOnWire } from '@/lib/shared/wire'
import { galleryQueries } from './gallery/gallery-queries'
import { parseShape } from './gallery/gallery-shape'
import type { LiveMessage, OpenChannel } from './live-channel'
import { startLiveEvents, type LivePorts } from './live-events'
import type { Locks, Stream } from './live-stream'
import { onNews, type News } from './notices/news'
import { chooseNotice, NOTICE_KINDS } from './notices/notice-preferences'
import { liveQueries } from './live-queries'
import { createQueryClient } from './query-client'
import { listedTasks } from './task-cache'
import { taskQueries } from './task-queries'
import { aPage, aQueue, aShape, aTask } from './test-builders'
import { startTestStudio } from './test-studio'

const NOW = Date.parse('2026-03-01T10:00:10.000Z')
const LIST = 'GET /api/tasks'
/** Between two questions of a burst. */
const PAUSE_MS = 200

/** Questions for the newest page, not for tasks by name. */
const asked = (studio: Studio) => studio.asked(LIST).filter(({ path }) => !path.includes('ids='))

beforeEach(() => {
  // Only what the code under test waits on; the network stays real.
  vi.useFakeTimers({ now: NOW, toFake: ['setTimeout', 'clearTimeout', 'Date'] })
})
afterEach(() => {
  vi.useRealTimers()
  setHidden(false)
})

test('without locks it asks at intervals while something is in flight, and stops with it', async () => {
  const { studio, client, setTask } = await openTab({ locks: undefined })
  await vi.advanceTimersByTimeAsync(1_900)
  expect(asked(studio)).toHaveLength(0)
  await vi.advanceTimersByTimeAsync(200)
  await arrival(() => asked(studio).length === 1)

  setTask(aTask({ status: 'succeeded' }))
  await vi.advanceTimersByTimeAsync(2_100)
  await arrival(() => listedTasks(client)[0]?.status === 'succeeded')
  await arrival(() => client.isFetching() === 0)
  const seen = studio.seen.length
  await vi.advanceTimersByTimeAsync(60_000)
  expect(studio.seen).toHaveLength(seen)
})

test('without locks a gallery is asked about every ten seconds, however long a task has been at work', async () => {
  const now = Date.now()
  const old = aTask({ createdAt: new Date(now - 3_600_000).toISOString() })
  const { studio, client } = await openTab({ locks: undefined }, { tasks: [old] })
  const shape = parseShape(aShape([old])) ?? undefined
  const gallery = new QueryObserver(client, { ...galleryQueries.shape(''), initialData: shape })
  onTestFinished(gallery.subscribe(() => {}))
  await vi.advanceTimersByTimeAsync(9_900)
  expect(asked(studio)).toHaveLength(0)
  await vi.advanceTimersByTimeAsync(200)
  await arrival(() => asked(studio).length === 1)
})

test('a hidden page asks nothing, and catches up when it is looked at', async () => {
  const { studio } = await openTab({ locks: undefined })
  setHidden(true)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(studio.seen).toHaveLength(0)
  setHidden(false)
  await arrival(() => asked(studio).length === 1)
})

test('an event brings the task it names, and nothing is asked at intervals', async () => {
  const browser = aBrowser()
  const { studio, client, setTask } = await openTab(browser.ports())
  await openStream(browser)
  await arrival(() => asked(studio).length === 1) // what was missed before it opened
  setTask(aTask({ status: 'archiving' }))
  browser.streams[0]?.say({ id: 'task-1', status: 'archiving' })
  await vi.advanceTimersByTimeAsync(PAUSE_MS)
  await arrival(() => listedTasks(client)[0]?.status === 'archiving')
  await arrival(() => client.isFetching() === 0)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked(studio)).toHaveLength(1)
})

test('the first stream of a page goes on from what the page came with, and asks nothing', async () => {
  const browser = aBrowser()
  const { studio } = await openTab(browser.ports(), { seen: 41 })
  await openStream(browser)
  expect(browser.afters).toEqual([41])
  expect(studio.seen).toEqual([])
  // What is said from then on is asked for; a stream that comes later knows of nothing before it.
  browser.streams[0]?.say({ id: 'task-1', status: 'running' })
  await arrival(() => studio.seen.length > 0)
  browser.streams[0]?.break('closed')
  await vi.advanceTimersByTimeAsync(5_100)
  await arrival(() => browser.streams.length === 2)
  expect(browser.afters).toEqual([41, null])
})

test('a stream that breaks is replaced by asking until it is back', async () => {
  const browser = aBrowser()
  const { studio, client } = await openTab(browser.ports())
  await openStream(browser)
  await arrival(() => asked(studio).length === 1)
  browser.streams[0]?.break('closed')
  await vi.advanceTimersByTimeAsync(2_100)
  await arrival(() => asked(studio).length === 2)
  await vi.advanceTimersByTimeAsync(3_000)
  expect(browser.streams).toHaveLength(2)
  // What was asked at intervals has been answered, so that the next question is the one that the opening asks.
  await arrival(() => client.isFetching() === 0)
  const before = asked(studio).length
  browser.streams[1]?.open()
  await arrival(() => asked(studio).length === before + 1)
  await arrival(() => client.isFetching() === 0)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked(studio)).toHaveLength(before + 1)
})

test('two tabs share one stream; when its holder goes the other takes over', async () => {
  const browser = aBrowser()
  const first = await openTab(browser.ports())
  const second = await openTab(browser.ports(), first)
  await openStream(browser)
  // Both have caught up: the false clock must not run while a connection is being made, whose own time limit it would end.
  await arrival(() => asked(first.studio).length === 2)
  await arrival(() => first.client.isFetching() + second.client.isFetching() === 0)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(browser.streams).toHaveLength(1)

  first.setTask(aTask({ status: 'succeeded' }))
  browser.streams[0]?.say({ id: 'task-1', status: 'succeeded' })
  await arrival(() => listedTasks(second.client)[0]?.status === 'succeeded')

  first.setTask(aTask({ id: 'task-2' }))
  browser.streams[0]?.say({ id: 'task-2', status: 'running' })
  await vi.advanceTimersByTimeAsync(PAUSE_MS)
  await arrival(() => listedTasks(second.client)[0]?.id === 'task-2')
  first.stop()
  await arrival(() => browser.streams.length === 2)
  expect(browser.streams[0]?.isClosed).toBe(true)
})

test('a hidden page listens on while something is in flight, and asks nothing', async () => {
  const browser = aBrowser()
  const { studio, client } = await openTab(browser.ports())
  const news: News[] = []
  onTestFinished(onNews((one) => news.push(one)))
  await openStream(browser)
  await arrival(() => asked(studio).length === 1)
  await arrival(() => client.isFetching() === 0)
  setHidden(true)
  const seen = studio.seen.length
  browser.streams[0]?.say({ id: 'task-1', status: 'archiving' })
  expect(browser.streams[0]?.isClosed).toBe(false)
  browser.streams[0]?.say({ id: 'task-1', status: 'succeeded' })
  expect(news.map(({ isEnd, inFlight, isTeller }) => [isEnd, inFlight, isTeller])).toEqual([
    [false, 1, true],
    [true, 0, true],
  ])
  expect(browser.streams[0]?.isClosed, 'all is done').toBe(true)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(studio.seen).toHaveLength(seen)
})

test('of two tabs one tells', async () => {
  const browser = aBrowser()
  const first = await openTab(browser.ports())
  const second = await openTab(browser.ports(), first)
  const news: News[] = []
  onTestFinished(onNews((one) => news.push(one)))
  await openStream(browser)
  await arrival(() => asked(first.studio).length === 2)
  await arrival(() => first.client.isFetching() + second.client.isFetching() === 0)
  browser.streams[0]?.say({ id: 'task-1', status: 'succeeded' })
  expect(news.map(({ isTeller }) => isTeller).toSorted()).toEqual([false, true])
})

test('a hidden page that wants no notice gives the stream up, and takes it again when it is looked at', async () => {
  for (const kind of NOTICE_KINDS) chooseNotice(kind, false)
  onTestFinished(() => window.localStorage.clear())
  const browser = aBrowser()
  const { studio } = await openTab(browser.ports())
  await openStream(browser)
  await arrival(() => asked(studio).length === 1)
  setHidden(true)
  expect(browser.streams[0]?.isClosed).toBe(true)
  setHidden(false)
  await arrival(() => browser.streams.length === 2)
  browser.streams[1]?.open()
  await vi.advanceTimersByTimeAsync(PAUSE_MS)
  await arrival(() => asked(studio).length === 2)
})

test('an idle page holds nothing open and asks nothing', async () => {
  const browser = aBrowser()
  const { studio } = await openTab(browser.ports(), { tasks: [] })
  await vi.advanceTimersByTimeAsync(60_000)
  expect(browser.streams).toHaveLength(0)
  expect(studio.seen).toHaveLength(0)
})

test('a page with nothing but a paused queue still listens', async () => {
  const browser = aBrowser()
  const paused = {
    reason: 'key_refused',
    message: 'No.',
    since: '2026-03-01T10:00:00.000Z',
  } as const
  await openTab(browser.ports(), { tasks: [], queue: aQueue({ paused }) })
  await openStream(browser)
})

test('a task made in another tab is seen here', async () => {
  const browser = aBrowser()
  const here = await openTab(browser.ports(), { tasks: [] })
  here.setTask(aTask({ id: 'task-9' }))
  browser.tell({ kind: 'changed' })
  await arrival(() => listedTasks(here.client)[0]?.id === 'task-9')
  await arrival(() => browser.streams.length === 1)
})

test('a clip that is opened here and put into the trash in another tab is seen to be there', async () => {
  const browser = aBrowser()
  const done = aTask({ status: 'succeeded' })
  const here = await openTab(browser.ports(), { tasks: [done] })
  const { queryKey } = taskQueries.one(done.id)
  here.client.setQueryData(queryKey, done)
  onTestFinished(new QueryObserver(here.client, taskQueries.one(done.id)).subscribe(() => {}))
  // The list knows nothing of the trash; asked by name it is there.
  here.setTask({ ...done, deletedAt: '2026-03-01T10:00:05.000Z' }, { isListed: false })
  browser.tell({ kind: 'changed' })
  await arrival(() => here.client.getQueryData(queryKey)?.deletedAt != null)
})

// -- A browser with one server behind it --------------------------------------------------------------------------------

type Studio = Awaited<ReturnType<typeof startTestStudio>>
type Start = {
  tasks?: TaskOnWire[]
  queue?: ReturnType<typeof aQueue>
  studio?: Studio
  /** The last event that the page came with. */
  seen?: number
}

async function openTab(ports: Partial<LivePorts>, start: Start = {}) {
  let known = start.tasks ?? [aTask()]
  let isListed = true
  const queueNow = () =>
    start.queue ?? aQueue({ running: known.filter((task) => task.status === 'running').length })
  const one = () => ({ json: known[0] })
  const studio =
    start.studio ??
    (await startTestStudio({
      [LIST]: ({ path }) => ({ json: aPage(isListed || path.includes('ids=') ? known : []) }),
      'GET /api/queue': () => ({ json: queueNow() }),
      'GET /api/tasks/task-1': one,
      'GET /api/tasks/task-2': one,
    }))
  const client = createQueryClient()
  client.setQueryData(taskQueries.list().queryKey, { pages: [aPage(known)], pageParams: [null] })
  client.setQueryData(taskQueries.queue().queryKey, queueNow())
  client.setQueryData(liveQueries.seen().queryKey, start.seen)
  const stop = startLiveEvents(client, {
    locks: undefined,
    openStream: () => {
      throw new Error('no stream here')
    },
    openChannel: () => ({ post: () => {}, close: () => {} }),
    ...ports,
  })
  onTestFinished(stop)
  const setTask = (task: TaskOnWire, more = { isListed: true }) => {
    known = [task]
    isListed = more.isListed
  }
  return { studio, client, stop, setTask }
}

function aBrowser() {
  const streams: TestStream[] = []
  const locks = oneLock()
  const ears = new Set<(message: LiveMessage) => void>()
  const openChannel: OpenChannel = (onMessage) => {
    ears.add(onMessage)
    return {
      post: (message) => {
        for (const ear of ears) if (ear !== onMessage) ear(message)
      },
      close: () => void ears.delete(onMessage),
    }
  }
  const afters: (number | null)[] = []
  const openStream = (after: number | null) => {
    afters.push(after)
    const stream = new TestStream()
    streams.push(stream)
    return stream
  }
  return {
    streams,
    afters,
    ports: (): LivePorts => ({ locks, openStream, openChannel }),
    tell: (message: LiveMessage) => ears.forEach((ear) => ear(message)),
  }
}

class TestStream implements Stream {
  onopen: Stream['onopen'] = null
  onerror: Stream['onerror'] = null
  readyState = 0
  isClosed = false
  private listener: ((event: MessageEvent<string>) => void) | undefined

  addEventListener(_: 'task', listener: (event: MessageEvent<string>) => void): void {
    this.listener = listener
  }
  open(): void {
    this.readyState = 1
    this.onopen?.(new Event('open'))
  }
  say(event: object): void {
    this.listener?.(new MessageEvent('task', { data: JSON.stringify(event) }))
  }
  break(how: 'closed'): void {
    this.readyState = how === 'closed' ? 2 : 0
    this.onerror?.(new Event('error'))
  }
  close(): void {
    this.isClosed = true
  }
}

/** One lock, granted in turn, as the browser does it. */
function oneLock(): Locks {
  let last: Promise<unknown> = Promise.resolve()
  return {
    request: (_, { signal }, hold) => {
      const turn = last.then(() => {
        if (signal.aborted) throw new DOMException('left', 'AbortError')
        return hold()
      })
      last = turn.catch(() => undefined)
      return turn
    },
  }
}

async function openStream(browser: ReturnType<typeof aBrowser>): Promise<void> {
  await arrival(() => browser.streams.length === 1)
  browser.streams[0]?.open()
}

function setHidden(isHidden: boolean): void {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden })
  document.dispatchEvent(new Event('visibilitychange'))
}

/** Waits for the network, on which the false clock has no hold. */
async function arrival(isThere: () => boolean): Promise<void> {
  const deadline = performance.now() + 10_000
  while (!isThere() && performance.now() < deadline) {
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(isThere()).toBe(true)
}
