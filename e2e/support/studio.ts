import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startProgram, type Program } from './program'

export type Studio = Program & { url: string; dataDir: string; remove: () => Promise<void> }
export type Simulator = Program & {
  url: string
  key: string
  dataDir: string
  /** Tells it to misbehave; an empty list ends that. */
  misbehave: (rules: object[]) => Promise<void>
  remove: () => Promise<void>
}

/** Twenty times faster than a gateway, so that a clip takes as long as its rendering. */
const FAST = { SIMULATOR_SPEED: '20', POLL_FIRST_MS: '300', POLL_EVERY_MS: '300' }

/** The studio as `npm start` runs it, on a free port with a data folder of its own. */
export async function startStudio(
  env: Record<string, string> = {},
  dataDir = temporaryFolder(),
): Promise<Studio> {
  return start(['dist/front-door.mjs'], { env, dataDir })
}

/** The studio as `npm run dev` runs it. */
export function startDevStudio(env: Record<string, string> = {}): Promise<Studio> {
  return start(['lib/cli/dev.mjs'], { env, dataDir: temporaryFolder() })
}

async function start(
  args: string[],
  { env, dataDir }: { env: Record<string, string>; dataDir: string },
): Promise<Studio> {
  const settings = { ...FAST, PORT: '0', DATA_DIR: dataDir, DISK_RESERVE_MB: '10', ...env }
  const program = startProgram(process.execPath, args, settings)
  const [, url = ''] = await program.said(/ready at (http:\/\/localhost:\d+)/)
  return { ...program, url, dataDir, remove: () => remove(program, dataDir) }
}

/** The simulator as a program of its own, for a studio that has a key. */
export async function startSimulator(
  key: string,
  env: Record<string, string> = {},
): Promise<Simulator> {
  const dataDir = temporaryFolder()
  const settings = {
    SIMULATOR_SPEED: '20',
    SIMULATOR_API_KEY: key,
    SIMULATOR_DATA: dataDir,
    ...env,
  }
  const program = startProgram(process.execPath, ['dist/simulator.mjs'], settings)
  const [, url = ''] = await program.said(/"url":"(http:[^"]+)"/)
  const misbehave = async (rules: object[]) => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
    const answer = await fetch(`${url}/_simulator/scenarios`, {
      method: 'PUT',
      headers,
      body: JSON.stringify(rules),
    })
    if (!answer.ok) throw new Error(`the simulator refused a scenario: ${await answer.text()}`)
  }
  return { ...program, url, key, dataDir, misbehave, remove: () => remove(program, dataDir) }
}

async function remove(program: Program, dataDir: string): Promise<void> {
  await program.stop()
  rmSync(dataDir, { recursive: true, force: true })
}

export function temporaryFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'studio-e2e-'))
}
