import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ask, createTask, readTask, waitForStatus } from './support/api'
import { startProgram } from './support/program'
import { startSimulator, startStudio, temporaryFolder } from './support/studio'
import { expect, test } from './support/test'

const KEY = 'sk-processes-0123456789'

/** Children of a process, by the program that they run. */
function childrenOf(pid: number | undefined): Record<string, number> {
  const lines = execFileSync('ps', ['-eo', 'pid,ppid,args'], { encoding: 'utf8' }).split('\n')
  const found = lines.flatMap((line) => {
    const match = /^\s*(\d+)\s+(\d+)\s.*dist\/(\w[\w-]*)\.mjs/.exec(line)
    return match && Number(match[2]) === pid ? [[match[3] ?? '', Number(match[1])] as const] : []
  })
  return Object.fromEntries(found)
}
/** They are started once the studio answers. */
async function bothChildren(pid: number | undefined): Promise<Record<string, number>> {
  await expect.poll(() => Object.keys(childrenOf(pid)).sort()).toEqual(['simulator', 'worker'])
  return childrenOf(pid)
}
const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('SIGTERM ends all three programs within ten seconds, an event stream open; a second one changes nothing', async () => {
  const studio = await startStudio()
  const { worker = 0, simulator = 0 } = await bothChildren(studio.process.pid)
  const stream = await ask(studio.url, '/api/events')
  const ended = stream.text()
  studio.process.kill('SIGTERM')
  const { code, ms } = await studio.stop()
  expect(code).toBe(0)
  expect(ms).toBeLessThan(10_000)
  await ended
  expect([isAlive(worker), isAlive(simulator)]).toEqual([false, false])
  await studio.remove()
})

test('SIGTERM waits for the answer to a paid request', async () => {
  const gateway = await startSimulator(KEY)
  const studio = await startStudio({
    AISPHERE_API_KEY: KEY,
    AISPHERE_BASE_URL: gateway.url,
    SUBMIT_TIMEOUT_MS: '8000',
    LEASE_MS: '20000',
  })
  await gateway.misbehave([{ on: 'submit', do: { kind: 'accept-then-hang' } }])
  const { id } = await createTask(studio.url, 'coffee.png')
  await waitForStatus(studio.url, id, 'submitting')
  const { code } = await studio.stop()
  expect(code).toBe(0)

  await gateway.misbehave([])
  const again = await startStudio(
    { AISPHERE_API_KEY: KEY, AISPHERE_BASE_URL: gateway.url },
    studio.dataDir,
  )
  expect(await readTask(again.url, id)).toMatchObject({
    status: 'unconfirmed',
    error: { code: 'answer_missing' },
  })
  const submits = readFileSync(path.join(gateway.dataDir, 'ledger.jsonl'), 'utf8')
    .trim()
    .split('\n')
  expect(submits).toHaveLength(1)
  await again.remove()
  await gateway.remove()
})

test('children end when their parent is gone', async () => {
  const studio = await startStudio()
  const children = Object.values(await bothChildren(studio.process.pid))
  await studio.stop('SIGKILL')
  await expect.poll(() => children.filter(isAlive), { timeout: 15_000 }).toEqual([])
  await studio.remove()
})

test('a studio without its worker keeps tasks queued, and a worker alone takes them on', async () => {
  const web = await startStudio({ WORKER: 'off' })
  const { id } = await createTask(web.url, 'coffee.png')
  expect(childrenOf(web.process.pid)).not.toHaveProperty('worker')
  const settings = {
    DATA_DIR: web.dataDir,
    SIMULATOR_SPEED: '20',
    POLL_FIRST_MS: '300',
    POLL_EVERY_MS: '300',
    DISK_RESERVE_MB: '10',
    PORT: new URL(web.url).port,
  }
  const worker = startProgram(process.execPath, ['dist/worker-alone.mjs'], settings)
  await waitForStatus(web.url, id, 'succeeded')
  expect((await worker.stop()).code).toBe(0)
  await web.remove()
})

test('`npm run up` skips what is done, says where a running one is, and takes NODE_ENV=production', async () => {
  // Without it `up` would install anew, for running only, from under these tests: `npm test` leaves it.
  expect(existsSync('node_modules/.studio-install.json')).toBe(true)
  const settings = { PORT: '0', DATA_DIR: temporaryFolder(), NODE_ENV: 'production' }
  const first = startProgram(process.execPath, ['lib/cli/up.mjs'], settings)
  const [, url = ''] = await first.said(/ready at (http:\/\/localhost:\d+)/)
  expect(first.log()).not.toMatch(/Installing|Building/)

  const second = startProgram(process.execPath, ['lib/cli/up.mjs'], settings)
  await second.said(new RegExp(`already .*${url}`))
  expect(await second.ended()).toBe(0)
  expect((await ask(url, '/api/health/live')).status).toBe(200)
  expect((await first.stop()).code).toBe(0)
})

test('goes on when nobody reads its output any more', async () => {
  const studio = await startStudio()
  await bothChildren(studio.process.pid)
  studio.process.stdout?.destroy()
  studio.process.stderr?.destroy()
  const children = childrenOf(studio.process.pid)
  const { id } = await createTask(studio.url, 'coffee.png') // each step of it writes lines
  await waitForStatus(studio.url, id, 'succeeded')
  expect(childrenOf(studio.process.pid)).toEqual(children)
  await studio.remove()
})

test('refuses to start on an address that others can reach, in one line', async () => {
  const program = startProgram(process.execPath, ['dist/front-door.mjs'], {
    HOST: '0.0.0.0',
    PORT: '0',
    DATA_DIR: temporaryFolder(),
  })
  await program.said(/HOST/)
  expect(await program.ended()).toBe(1)
})
