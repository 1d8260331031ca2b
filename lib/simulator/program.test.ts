import { fork, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import * as z from 'zod'
import { readEnvelope, submitBody, temporaryFolder } from './test-harness'

// The program as it is shipped: one file, packages beside it.
let folder = ''
let program = ''

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'simulator-program-'))
  await symlink(path.resolve('node_modules'), path.join(folder, 'node_modules'), 'dir')
  program = path.join(folder, 'simulator.mjs')
  await build({
    entryPoints: [path.join(import.meta.dirname, 'main.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'silent',
  })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const lineSchema = z.looseObject({ level: z.string(), msg: z.string(), url: z.string().optional() })
type Line = z.infer<typeof lineSchema>

interface Running {
  child: ChildProcess
  url: string
  messages: unknown[]
  lines: Line[]
}

function watch(child: ChildProcess): { messages: unknown[]; lines: Line[] } {
  const [messages, lines]: [unknown[], Line[]] = [[], []]
  for (const stream of [child.stdout, child.stderr]) {
    let open = ''
    stream?.on('data', (chunk: Buffer) => {
      const parts = (open + chunk.toString()).split('\n')
      open = parts.pop() ?? ''
      for (const part of parts) lines.push(lineSchema.parse(JSON.parse(part)))
    })
  }
  child.on('message', (message) => messages.push(message))
  onTestFinished(() => void child.kill('SIGKILL'))
  return { messages, lines }
}

async function start(options: {
  hasParent: boolean
  env?: Record<string, string>
}): Promise<Running> {
  const data = await temporaryFolder()
  const speed = { SIMULATOR_QUEUED_MS: '10', SIMULATOR_PROCESSING_MS: '10' }
  const env = { ...process.env, SIMULATOR_DATA: data, ...speed, ...options.env }
  const child = options.hasParent
    ? fork(program, { env, silent: true, execArgv: [] })
    : spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const { messages, lines } = watch(child)
  const url = await vi.waitFor(() => {
    const line = lines.find(({ msg }) => msg === 'listening')
    if (!line?.url) throw new Error(`not listening: ${JSON.stringify(lines)}`)
    return line.url
  }, 8000)
  return { child, url, messages, lines }
}

/** Waits for the end; milliseconds and exit code. */
async function ending(
  child: ChildProcess,
  end: () => void,
): Promise<{ ms: number; code: unknown }> {
  const exit = once(child, 'exit')
  const started = performance.now()
  end()
  const [code] = await exit
  return { ms: performance.now() - started, code }
}

const headers = { authorization: 'Bearer sk-simulator', 'content-type': 'application/json' }

async function post(url: string, overrides: Record<string, unknown> = {}): Promise<Response> {
  const body = JSON.stringify(await submitBody(overrides))
  return fetch(`${url}/api/v1/video/generation`, { method: 'POST', headers, body })
}

/** Leaves a question in the air that is never answered; says `dropped` when it is. */
async function hangOn(url: string): Promise<{ dropped: Promise<unknown> }> {
  const rules = JSON.stringify([{ on: 'query', do: { kind: 'hang' } }])
  await fetch(`${url}/_simulator/scenarios`, { method: 'PUT', headers, body: rules })
  const dropped = fetch(`${url}/api/v1/video/task/x`, { headers }).catch(() => 'dropped')
  const asked = async () => (await fetch(`${url}/_simulator/requests`, { headers })).json()
  await vi.waitFor(async () => expect(await asked()).toHaveLength(1))
  return { dropped }
}

describe('listening', () => {
  test('is said in a line and to the parent, and a clip is rendered in the thread', async () => {
    const { child, url, messages, lines } = await start({ hasParent: true })
    expect(lines[0]).toEqual({ level: 'info', program: 'simulator', msg: 'listening', url })
    await vi.waitFor(() =>
      expect(messages).toEqual([{ type: 'listening', port: Number(new URL(url).port) }]),
    )
    const { data } = await readEnvelope(await post(url, { resolution: '360p' }))
    const link = await vi.waitFor(async () => {
      const answer = await fetch(`${url}/api/v1/video/task/${data?.task_id}`, { headers })
      const [first] = (await readEnvelope(answer)).data?.urls ?? []
      if (!first) throw new Error('no link yet')
      return first
    }, 15_000)
    const clip = Buffer.from(await (await fetch(link)).arrayBuffer())
    expect(clip.toString('latin1', 4, 8)).toBe('ftyp')
    expect((await ending(child, () => child.kill('SIGTERM'))).code).toBe(0)
  })

  test('is on the port that was asked for', async () => {
    const first = await start({ hasParent: false })
    const port = new URL(first.url).port
    await ending(first.child, () => first.child.kill('SIGTERM'))
    const second = await start({ hasParent: false, env: { SIMULATOR_PORT: port } })
    expect(new URL(second.url).port).toBe(port)
  })
})

describe('the end', () => {
  test('SIGTERM ends it within two seconds, requests in the air or not; a second changes nothing', async () => {
    const { child, url } = await start({ hasParent: true })
    const { dropped } = await hangOn(url)
    expect((await post(url, { resolution: '1080p' })).status).toBe(200)
    const { ms, code } = await ending(child, () => {
      child.kill('SIGTERM')
      child.kill('SIGTERM')
    })
    expect(code).toBe(0)
    expect(ms).toBeLessThan(2000)
    expect(await dropped).toBe('dropped')
  })

  test('without a parent SIGINT ends it too', async () => {
    const { child } = await start({ hasParent: false })
    expect((await ending(child, () => child.kill('SIGINT'))).code).toBe(0)
  })

  test('with a parent SIGINT is the parent’s business', async () => {
    const { child, url } = await start({ hasParent: true })
    child.kill('SIGINT')
    for (let index = 0; index < 20; index++) {
      expect((await fetch(`${url}/healthz`)).status).toBe(200)
    }
    expect(child.exitCode).toBeNull()
    expect((await ending(child, () => child.kill('SIGTERM'))).code).toBe(0)
  })

  test('it goes when its parent goes', async () => {
    const { child } = await start({ hasParent: true })
    const { ms, code } = await ending(child, () => child.disconnect())
    expect(code).toBe(0)
    expect(ms).toBeLessThan(2000)
  })
})

test('names every bad setting and does not start', async () => {
  const env = { ...process.env, SIMULATOR_PORT: 'x', SIMULATOR_SPEED: '-1' }
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const { lines } = watch(child)
  const [code] = await once(child, 'close')
  expect(code).toBe(1)
  expect(lines.map(({ level, msg }) => [level, msg.split(':')[0]])).toEqual([
    ['error', 'SIMULATOR_PORT'],
    ['error', 'SIMULATOR_SPEED'],
  ])
})
