import { rmSync } from 'node:fs'
import { startProgram, type Program } from '../../support/program'
import { temporaryFolder } from '../../support/studio'
import type { Figure } from '../machinery/figure'
import { alternate } from '../machinery/rounds'
import type { Scope } from '../machinery/scope'
import { buildEmptyNext, startEmptyNext } from '../peers/empty-next'
import { freePort } from '../peers/free-port'
import { untilReady } from '../peers/until-ready'

export const p12Start: Figure = {
  id: 'P12',
  title: 'Starting',
  peer: 'an empty Next',
  lines: [
    {
      key: 'start',
      what: 'from the start of the process to the first 200 of `/` with its HTML',
      unit: 'ms',
      bar: 1.5,
      aim: 1.2,
      direction: 'at-most',
    },
  ],
  async measure(scope) {
    const folder = buildEmptyNext(scope)
    const dataDir = temporaryFolder()
    scope.defer(() => rmSync(dataDir, { recursive: true, force: true }))
    const start = await alternate({
      ours: () => timeStart((port) => startStudioOn(scope, dataDir, port), 'textarea'),
      peer: () => timeStart((port) => startEmptyNext(scope, folder, port), 'Empty.'),
    })
    return { kind: 'measured', samples: { start } }
  },
}

/** The same data folder every time: its database is made once, in the round that does not count. */
function startStudioOn(scope: Scope, dataDir: string, port: number): Program {
  const env = { DATA_DIR: dataDir, PORT: String(port), DISK_RESERVE_MB: '10', LOG_LEVEL: 'warn' }
  const program = startProgram(process.execPath, ['dist/front-door.mjs'], env)
  scope.defer(() => program.stop())
  return program
}

/** From just before there is a process until its whole page is there; then it is stopped. */
async function timeStart(start: (port: number) => Program, content: string): Promise<number> {
  const port = await freePort()
  const startedAt = performance.now()
  const program = start(port)
  const page = await untilReady(`http://localhost:${port}/`)
  const ms = performance.now() - startedAt
  await program.stop()
  if (!page.includes(content) || !page.includes('</html>')) throw new Error('that is not its page')
  return ms
}
