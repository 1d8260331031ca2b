import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pino from 'pino'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Program } from './keep-running'
import { supervise } from './supervise'

let folder: string
let supervisor: ReturnType<typeof supervise> | undefined
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'supervise-'))
  writeFileSync(path.join(folder, 'story'), '')
})
afterEach(async () => {
  vi.useRealTimers()
  await supervisor?.stop()
  supervisor = undefined
  rmSync(folder, { recursive: true })
})

const PRELUDE = `
  import { appendFileSync } from 'node:fs'
  const tell = (what) => appendFileSync(process.env.STORY, process.env.NAME + ' ' + what + '\\n')
  process.on('disconnect', () => process.exit())
  const keepAlive = setInterval(() => {}, 1000)
`
const OBEDIENT = `process.on('SIGTERM', () => { tell('stopped'); process.exit() });`
const LISTENING = `process.send({ type: 'listening', port: Number(process.env.SIMULATOR_PORT) || 4321 });`

/** A child that tells what happens to it in a file that the test reads. */
function program(name: string, code: string, env: Record<string, string> = {}): Program {
  const file = path.join(folder, `${name}.mjs`)
  writeFileSync(file, `${PRELUDE}\n${code}`)
  return {
    name,
    file,
    env: { ...process.env, STORY: path.join(folder, 'story'), NAME: name, ...env },
  }
}

function story(): string[] {
  return readFileSync(path.join(folder, 'story'), 'utf8').split('\n').filter(Boolean)
}

const QUICK = { firstMs: 10, maxMs: 40, healthyMs: 60_000 }

function start(options: Partial<Parameters<typeof supervise>[0]>, lines: unknown[] = []) {
  const stream = { write: (line: string) => void lines.push(JSON.parse(line)) }
  supervisor = supervise({
    simulator: null,
    worker: null,
    log: pino({ level: 'warn' }, stream),
    delays: QUICK,
    simulatorStopMs: 200,
    ...options,
  })
  return supervisor
}

describe('supervise', () => {
  it('starts the worker at once where there is a real gateway', async () => {
    start({ worker: () => program('worker', `tell('started'); ${OBEDIENT}`) })
    await expect.poll(story).toEqual(['worker started'])
  })

  it('starts the worker when the simulator listens, and tells it where', async () => {
    const late = `tell('started'); ${OBEDIENT} setTimeout(() => { tell('listens'); ${LISTENING} }, 50)`
    start({
      simulator: () => program('simulator', late),
      worker: (port) =>
        program('worker', `tell('started with ' + process.env.AT); ${OBEDIENT}`, {
          AT: String(port),
        }),
    })
    await expect
      .poll(story)
      .toEqual(['simulator started', 'simulator listens', 'worker started with 4321'])
  })

  it('runs without a worker with WORKER=off', async () => {
    start({ simulator: () => program('simulator', `${OBEDIENT} ${LISTENING} tell('listens')`) })
    await expect.poll(story).toEqual(['simulator listens'])
    await supervisor?.stop()
    expect(story()).toEqual(['simulator listens', 'simulator stopped'])
  })

  it('starts again what dies, each time a little later', async () => {
    const lines: { againInMs?: number; exitCode?: number }[] = []
    start({ worker: () => program('worker', `tell('started'); process.exit(3)`) }, lines)
    await expect.poll(() => lines.length, { timeout: 15_000 }).toBeGreaterThanOrEqual(5)
    const delays = lines.slice(0, 5).map(({ againInMs }) => againInMs)
    expect(delays).toEqual([10, 20, 40, 40, 40])
    expect(lines[0]).toMatchObject({ child: 'worker', exitCode: 3 })
    await expect.poll(() => story().length).toBeGreaterThanOrEqual(5)
  })

  it('begins with the first delay again after a healthy life', async () => {
    const lines: { againInMs?: number }[] = []
    const delays = { ...QUICK, healthyMs: 0 }
    start({ delays, worker: () => program('worker', 'process.exit(1)') }, lines)
    await expect.poll(() => lines.length, { timeout: 15_000 }).toBeGreaterThanOrEqual(3)
    expect(lines.slice(0, 3).map(({ againInMs }) => againInMs)).toEqual([10, 10, 10])
  })

  it('starts again what could not even be started', async () => {
    const lines: { child?: string; err?: { code: string } }[] = []
    const tooMuch = { HUGE: 'x'.repeat(8 * 1024 * 1024) } // the system takes no such environment
    let tries = 0
    const worker = () => {
      tries += 1
      return program('worker', `tell('started'); ${OBEDIENT}`, tries === 1 ? tooMuch : {})
    }
    start({ worker }, lines)
    await expect.poll(story).toEqual(['worker started'])
    expect(lines).toMatchObject([{ child: 'worker', err: { code: 'E2BIG' } }])
  })

  it('gives the simulator its port back, and does not start a second worker', async () => {
    const mortal = `tell('on ' + process.env.SIMULATOR_PORT); ${LISTENING} setTimeout(() => process.exit(1), 50)`
    let workers = 0
    start({
      simulator: (port) => program('simulator', mortal, { SIMULATOR_PORT: String(port ?? 0) }),
      worker: () => {
        workers += 1
        return program('worker', OBEDIENT)
      },
    })
    await expect.poll(() => story().length, { timeout: 10_000 }).toBeGreaterThanOrEqual(4)
    const ports = ['simulator on 0', 'simulator on 4321', 'simulator on 4321', 'simulator on 4321']
    expect(story().slice(0, 4)).toEqual(ports)
    expect(workers).toBe(1)
  })
})

describe('restart', () => {
  it('lets the program finish, and starts it as it is by then', async () => {
    const lines: unknown[] = []
    let version = 0
    const worker = () => {
      version += 1
      return program('worker', `tell('version ${version}'); ${OBEDIENT}`)
    }
    const { restart } = start({ worker }, lines)
    await expect.poll(story).toEqual(['worker version 1'])
    restart('worker')
    await expect.poll(story).toEqual(['worker version 1', 'worker stopped', 'worker version 2'])
    expect(lines).toEqual([])
  })

  it('does not wait for the delay of one that keeps dying', async () => {
    let tries = 0
    const worker = () => {
      tries += 1
      return program('worker', tries === 1 ? 'process.exit(1)' : `tell('works'); ${OBEDIENT}`)
    }
    const lines: unknown[] = []
    const { restart } = start({ worker, delays: { ...QUICK, firstMs: 60_000 } }, lines)
    await expect.poll(() => lines.length, { timeout: 10_000 }).toBe(1)
    restart('worker')
    await expect.poll(story).toEqual(['worker works'])
  })

  it('leaves alone what does not run here', async () => {
    const { restart } = start({ worker: () => program('worker', `tell('started'); ${OBEDIENT}`) })
    await expect.poll(story).toEqual(['worker started'])
    restart('simulator')
    expect(story()).toEqual(['worker started'])
  })
})

describe('stop', () => {
  const finishing = `
    process.on('SIGTERM', () => {
      tell('finishes what is in the air')
      setTimeout(() => { tell('stopped'); process.exit() }, 100)
    });`

  async function startPair(simulatorCode: string) {
    const { stop } = start({
      simulator: () => program('simulator', `${simulatorCode} ${LISTENING}`),
      worker: () => program('worker', `${finishing} tell('started')`),
    })
    await expect.poll(story).toContain('worker started')
    return stop
  }

  it('lets the worker finish, then ends the simulator, and starts nothing again', async () => {
    const stop = await startPair(OBEDIENT)
    await stop()
    expect(story()).toEqual([
      'worker started',
      'worker finishes what is in the air',
      'worker stopped',
      'simulator stopped',
    ])
  })

  it('is one stop, however often it is asked for', async () => {
    const stop = await startPair(OBEDIENT)
    await Promise.all([stop(), stop(), stop()])
    await stop()
    expect(story().filter((line) => line.includes('finishes'))).toHaveLength(1)
  })

  it('ends a simulator by force that does not listen', async () => {
    const stop = await startPair(`process.on('SIGTERM', () => tell('does not care'));`)
    await stop()
    expect(story().at(-1)).toBe('simulator does not care')
  })

  it('does not start again what died before it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const lines: unknown[] = []
    const delays = { firstMs: 60_000, maxMs: 60_000, healthyMs: 60_000 }
    const { stop } = start({ delays, worker: () => program('worker', 'process.exit(1)') }, lines)
    await expect.poll(() => lines.length).toBe(1)
    expect(vi.getTimerCount()).toBe(1)
    await stop()
    expect(vi.getTimerCount()).toBe(0)
  })
})
