import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openOrders, type Order } from './orders'

const PRELOAD = pathToFileURL(path.join(import.meta.dirname, 'preload.mjs')).href
/** Publishes a milestone three times and says so each time. */
const PROGRAM = `
  import { channel } from 'node:diagnostics_channel'
  import { writeSync } from 'node:fs'
  for (let count = 1; count <= 3; count += 1) {
    channel('studio:milestone').publish({ name: 'submit.sent' })
    writeSync(1, String(count))
  }`

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'studio preload-')) // with a space, as folders have
  mkdirSync(path.join(folder, 'dist'))
})
afterEach(() => rmSync(folder, { recursive: true }))

async function run(program: string) {
  const file = path.join(folder, 'dist', `${program}.mjs`)
  writeFileSync(file, PROGRAM)
  const env = { ...process.env, NODE_OPTIONS: `--import=${PRELOAD}`, FAULT_FOLDER: folder }
  const child = spawn(process.execPath, [file], { env, stdio: 'pipe' })
  let said = ''
  child.stdout.on('data', (chunk) => (said += String(chunk)))
  await once(child, 'close')
  return { said, signal: child.signalCode, pid: child.pid }
}

const order: Order = { program: 'worker', at: 'submit.sent', hit: 2, signal: 'SIGKILL' }

describe('the preload', () => {
  it('ends the program at the asked-for hit, before anything that follows', async () => {
    const placed = openOrders(folder).place(order)
    const { said, signal, pid } = await run('worker')
    expect([said, signal]).toEqual(['1', 'SIGKILL'])
    expect(await placed.done(0)).toMatchObject({ program: 'worker', pid })
  })

  it('carries an order out once, and the next one after it', async () => {
    const orders = openOrders(folder)
    orders.place({ ...order, hit: 1 })
    const second = orders.place({ ...order, hit: 3 })
    expect((await run('worker')).said).toBe('')
    expect((await run('worker')).said).toBe('12')
    expect(await second.done(0)).not.toBeNull()
    expect((await run('worker')).said).toBe('123')
  })

  it.each([
    ['another program', 'front-door', order],
    ['no program of ours', 'simulator', order],
    ['another milestone', 'worker', { ...order, at: 'submit.written' as const }],
  ])('leaves %s alone', async (_, program, placed) => {
    openOrders(folder).place(placed)
    expect(await run(program)).toMatchObject({ said: '123', signal: null })
  })

  it('takes an order back that nobody came for', async () => {
    const placed = openOrders(folder).place(order)
    expect(await placed.done(0)).toBeNull()
    expect(await run('worker')).toMatchObject({ said: '123', signal: null })
  })

  it('writes down which process is which', async () => {
    openOrders(folder)
    const { pid } = await run('worker')
    const lines = readFileSync(path.join(folder, 'processes.jsonl'), 'utf8').trim().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ program: 'worker', pid }])
  })
})
