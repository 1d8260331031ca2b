import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findRunning } from './find-running.mjs'

let folder: string
let server: Server
let port: number
let answer: unknown

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'find-running-'))
  answer = { status: 'live', instance: 'mine' }
  server = createServer((request, response) => {
    response.end(request.url === '/api/health/live' ? JSON.stringify(answer) : 'nothing')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  port = address && typeof address === 'object' ? address.port : 0
})
afterEach(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

function say(said: object): void {
  const content = { pid: process.pid, port, host: '127.0.0.1', instance: 'mine', ...said }
  writeFileSync(path.join(folder, 'studio.json'), JSON.stringify(content))
}

describe('findRunning', () => {
  it('finds the studio of this folder', async () => {
    say({})
    expect(await findRunning(folder)).toEqual({ url: `http://localhost:${port}`, pid: process.pid })
  })

  it('finds nothing where none was started', async () => {
    expect(await findRunning(folder)).toBeNull()
  })

  it('is not taken in by a damaged file', async () => {
    writeFileSync(path.join(folder, 'studio.json'), '{"pid": 1')
    expect(await findRunning(folder)).toBeNull()
    say({ pid: 'one' })
    expect(await findRunning(folder)).toBeNull()
  })

  it('does not take another studio on the same port for it', async () => {
    say({ instance: 'an earlier one' })
    expect(await findRunning(folder)).toBeNull()
  })

  it('does not take a stranger for it that knows no instance either', async () => {
    answer = { status: 'live' }
    say({ instance: undefined })
    expect(await findRunning(folder)).toBeNull()
  })

  it('does not find one that was killed', async () => {
    const gone: ChildProcess = spawn(process.execPath, ['--eval', ''])
    await once(gone, 'exit')
    say({ pid: gone.pid })
    expect(await findRunning(folder)).toBeNull()
  })

  it('does not find one that does not answer', async () => {
    server.close()
    say({})
    expect(await findRunning(folder)).toBeNull()
  })
})
