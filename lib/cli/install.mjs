import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { hashOf } from './fingerprint.mjs'
import { root } from './folder.mjs'
import { extentToInstall, needsInstall } from './needs.mjs'
import { readStamp, removeStamp, writeStamp } from './stamp.mjs'
import { runQuietly, step } from './steps.mjs'

const STAMP = path.join(root, 'node_modules/.studio-install.json')
const NPM_LOCK = path.join(root, 'node_modules/.package-lock.json')
const NAMES = {
  runtime: 'Installing what running needs',
  all: 'Installing everything for the tests',
}
// Explicit, since NODE_ENV=production would change the default.
const EXTENT_FLAGS = { runtime: '--omit=dev', all: '--include=dev' }

/**
 * Installs packages unless that has been done for this lock file, Node and machine.
 * @param {import('./needs.mjs').Extent} wanted
 */
export async function ensureInstalled(wanted) {
  const now = {
    lock: hashOf(path.join(root, 'package-lock.json')),
    node: Number.parseInt(process.versions.node, 10),
    platform: process.platform,
    arch: process.arch,
  }
  const stamp = readStamp(STAMP)
  if (!needsInstall({ stamp, now, extent: wanted })) return
  const npmLock = existsSync(NPM_LOCK) ? readFileSync(NPM_LOCK, 'utf8') : ''
  const extent = extentToInstall({ stamp, npmLock, extent: wanted })
  removeStamp(STAMP)
  const flags = [EXTENT_FLAGS[extent], '--ignore-scripts', '--no-audit', '--no-fund']
  await step(NAMES[extent], () => runQuietly([...npm(), 'ci', ...flags], process.env))
  writeStamp(STAMP, { ...now, extent })
}

/** The npm that runs this script, if one does; else the one on the path. */
function npm() {
  const { npm_execpath: execPath } = process.env
  return execPath && path.basename(execPath) === 'npm-cli.js'
    ? [process.execPath, execPath]
    : ['npm']
}
