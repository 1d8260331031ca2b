import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright/test'
import { startSimulator, temporaryFolder } from '../../support/studio'
import type { Figure, Line } from '../machinery/figure'
import { repeat } from '../machinery/rounds'
import type { Scope } from '../machinery/scope'
import { openBrowser } from '../peers/browser'
import { startStudioIn } from '../peers/studio'
import { storeTasksInFlight } from '../peers/tasks-in-flight'

const KEY = 'bench-key'
const TABS = 3
const SETTLE_MS = 4_000
const WATCHED_MS = 20_000
const ROUNDS = 2
/** With the gateway, at work, and without an end. */
const AT_WORK = { code: 0, data: { task_status: 'processing', urls: [] }, message: 'success' }
const AT_MOST = { unit: '', direction: 'at-most' } as const

export const p09IdleTabs: Figure = {
  id: 'P9',
  title: 'Questions of idle tabs',
  peer: null,
  lines: [
    {
      key: 'ten',
      what: `requests of ${TABS} idle tabs in ${WATCHED_MS / 1000} s with 10 tasks in flight, beyond those with 1`,
      bar: 0,
      aim: 0,
      ...AT_MOST,
    },
    { key: 'hundred', what: 'the same with 100', bar: 0, aim: 0, ...AT_MOST },
    {
      key: 'hidden',
      what: 'requests of the same tabs while nobody sees them',
      bar: 0,
      aim: 0,
      ...AT_MOST,
    },
    { key: 'streams', what: 'event streams that they hold', bar: 1, aim: 1, ...AT_MOST },
  ] satisfies Line[],
  async measure(scope) {
    const gateway = await startSimulator(KEY)
    scope.defer(() => gateway.remove())
    await gateway.misbehave([{ on: 'query', do: { kind: 'answer', status: 200, json: AT_WORK } }])
    const rounds = await repeat(
      async () => {
        const one = await watchTabs(scope, gateway.url, 1)
        const ten = await watchTabs(scope, gateway.url, 10)
        const hundred = await watchTabs(scope, gateway.url, 100)
        return {
          ten: ten.seen - one.seen,
          hundred: hundred.seen - one.seen,
          hidden: hundred.hidden,
          streams: Math.max(one.streams, ten.streams, hundred.streams),
        }
      },
      { rounds: ROUNDS, warmUps: 0 },
    )
    const of = (pick: (round: (typeof rounds)[number]) => number) => ({
      ours: rounds.map(pick),
      peer: null,
    })
    return {
      kind: 'measured',
      samples: {
        ten: of(({ ten }) => ten),
        hundred: of(({ hundred }) => hundred),
        hidden: of(({ hidden }) => hidden),
        streams: of(({ streams }) => streams),
      },
    }
  },
}

type Watched = { seen: number; hidden: number; streams: number }

/** Tabs on the gallery and on the create page, left alone, with so many tasks in flight. */
async function watchTabs(scope: Scope, gateway: string, count: number): Promise<Watched> {
  const dataDir = temporaryFolder()
  await storeTasksInFlight({ dataDir, gateway, count })
  const env = { AISPHERE_API_KEY: KEY, AISPHERE_BASE_URL: gateway, AISPHERE_CONCURRENCY: '200' }
  const studio = await startStudioIn(scope, env, dataDir)
  const browser = await openBrowser(scope)
  const context = await browser.newContext()
  await context.addInitScript(hideOnDemand)
  const asked: string[] = []
  context.on('request', (request) => asked.push(new URL(request.url()).pathname))
  const pages: Page[] = []
  for (let tab = 0; tab < TABS; tab += 1) {
    const page = await context.newPage()
    await page.goto(`${studio.url}${tab === 0 ? '/' : '/gallery'}`, { waitUntil: 'load' })
    pages.push(page)
  }
  await wait(SETTLE_MS)
  const streams = asked.filter((path) => path === '/api/events').length
  const seen = await countFor(asked)
  for (const page of pages) await page.evaluate(() => Reflect.get(window, 'hide')())
  await wait(SETTLE_MS)
  const hidden = await countFor(asked)
  await context.close()
  await studio.remove()
  return { seen, hidden, streams }
}

async function countFor(asked: string[]): Promise<number> {
  const before = asked.length
  await wait(WATCHED_MS)
  return asked.length - before
}

/** Runs in every page: a headless browser shows all of its tabs. Methods, since named functions do not survive the way into it. */
function hideOnDemand(): void {
  const state = { isHidden: false }
  Object.defineProperty(document, 'hidden', {
    get() {
      return state.isHidden
    },
  })
  Object.assign(window, {
    hide() {
      state.isHidden = true
      document.dispatchEvent(new Event('visibilitychange'))
    },
  })
}
