import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureDoctor } from './build.mjs'
import { findRunning } from './find-running.mjs'
import { dataDir, root } from './folder.mjs'
import { ensureInstalled } from './install.mjs'
import { checkNode } from './node-version.mjs'
import { StepError } from './steps.mjs'

/** `npm run doctor`: looks at the configuration, before the first start as well as beside a running studio. */
async function doctor() {
  checkNode()
  process.chdir(root)
  // Packages are never changed under a studio that runs from them.
  if (!(await findRunning(dataDir()))) await ensureInstalled('runtime')
  await ensureDoctor()
  await import(pathToFileURL(path.join(root, 'dist/doctor.mjs')).href)
}

doctor().catch((error) => {
  console.error(error instanceof StepError ? error.message : error)
  process.exit(1)
})
