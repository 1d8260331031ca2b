import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { startProgram, type Program } from '../../support/program'
import type { Scope } from '../machinery/scope'

const NEXT = path.resolve('node_modules/next/dist/bin/next')
const FILES = {
  'package.json': '{ "private": true, "type": "module" }',
  // The folder lies in this repository, whose packages it uses.
  'next.config.mjs': `export default { turbopack: { root: ${JSON.stringify(path.resolve('.'))} } }`,
  'app/layout.jsx':
    'export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html> }',
  'app/page.jsx': 'export default function Page() { return <p>Empty.</p> }',
}
const ENV = { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' } as const

/** Builds an application of one empty page with the studio's own Next; answers its folder. */
export function buildEmptyNext(scope: Scope): string {
  mkdirSync('dist', { recursive: true })
  const folder = mkdtempSync(path.resolve('dist/empty-next-'))
  scope.defer(() => rmSync(folder, { recursive: true, force: true }))
  mkdirSync(path.join(folder, 'app'))
  for (const [name, text] of Object.entries(FILES)) writeFileSync(path.join(folder, name), text)
  const { status, stdout, stderr } = spawnSync(process.execPath, [NEXT, 'build'], {
    cwd: folder,
    env: { ...process.env, ...ENV },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`the empty page cannot be built: ${stdout}${stderr}`)
  return folder
}

/** Starts it on this port, and does not wait for it. */
export function startEmptyNext(scope: Scope, folder: string, port: number): Program {
  const args = [NEXT, 'start', folder, '-H', '127.0.0.1', '-p', String(port)]
  const program = startProgram(process.execPath, args, ENV)
  scope.defer(() => program.stop())
  return program
}
