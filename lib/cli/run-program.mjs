import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureProgram } from './build.mjs'
import { findRunning } from './find-running.mjs'
import { dataDir, root } from './folder.mjs'
import { ensureInstalled } from './install.mjs'
import { checkNode } from './node-version.mjs'
import { StepError } from './steps.mjs'

/**
 * Runs a program that is there before the first start as well as beside a running studio, in this process.
 * @param {'doctor' | 'verify' | 'backup' | 'restore' | 'seed'} name
 */
export async function runProgram(name) {
  try {
    checkNode()
    process.chdir(root)
    // Packages are never changed under a studio that runs from them.
    if (!(await findRunning(dataDir()))) await ensureInstalled('runtime')
    await ensureProgram(name)
    await import(pathToFileURL(path.join(root, `dist/${name}.mjs`)).href)
  } catch (error) {
    console.error(error instanceof StepError ? error.message : error)
    process.exit(1)
  }
}

/** npm changes to the root; a file that is named is meant from where the person stands. */
export function resolveFiles() {
  const here = process.env.INIT_CWD ?? process.cwd()
  process.argv = process.argv.map((given, index) =>
    index < 2 || given.startsWith('-') ? given : path.resolve(here, given),
  )
}
