import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'

let folder: string
let started: number[] = []
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'end-with-npm-'))
})
afterEach(() => {
  for (const pid of started) if (isAlive(pid)) process.kill(pid, 'SIGKILL')
  started = []
  rmSync(folder, { recursive: true })
})

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** A program whose parent is killed without a word to it, as a shell between npm and it is. */
async function orphan(env: Record<string, string>): Promise<number> {
  const pidFile = path.join(folder, 'pid')
  const program = path.join(folder, 'program.mjs')
  const watch = path.resolve('lib/cli/end-with-npm.mjs')
  writeFileSync(
    program,
    `import { writeFileSync } from 'node:fs'
    import { endWithNpm } from ${JSON.stringify(watch)}
    endWithNpm()
    setInterval(() => {}, 1000)
    writeFileSync(${JSON.stringify(pidFile)}, String(process.pid))`,
  )
  const parentCode = `require('node:child_process').spawn(process.execPath, [${JSON.stringify(program)}])`
  const parent = spawn(process.execPath, ['--eval', parentCode], {
    env: { ...process.env, ...env },
  })
  const readPid = () => Number(readFileSync(pidFile, { encoding: 'utf8', flag: 'a+' }))
  await expect.poll(readPid, { timeout: 10_000 }).toBeGreaterThan(0)
  started.push(readPid())
  parent.kill('SIGKILL')
  await once(parent, 'exit')
  return readPid()
}

it('a program of npm ends when npm is gone', async () => {
  const pid = await orphan({ npm_lifecycle_event: 'up' })
  await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false)
})
