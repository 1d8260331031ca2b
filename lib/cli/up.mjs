import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from './build.mjs'
import { endWithNpm } from './end-with-npm.mjs'
import { findRunning } from './find-running.mjs'
import { dataDir, root } from './folder.mjs'
import { ensureInstalled } from './install.mjs'
import { checkNode } from './node-version.mjs'
import { StepError } from './steps.mjs'

/** `npm run up`: does what is not done yet, then runs the studio here until it is stopped. */
async function up() {
  checkNode()
  endWithNpm()
  process.chdir(root)
  const running = await findRunning(dataDir())
  if (running) {
    console.log(`AiSphere Studio is already running at ${running.url} (process ${running.pid}).`)
    return
  }
  await ensureInstalled('runtime')
  await ensureBuilt()
  process.env.NODE_ENV = 'production'
  // In this very process, so that signals reach the studio and nobody has to hand them on.
  await import(pathToFileURL(path.join(root, 'dist/front-door.mjs')).href)
}

up().catch((error) => {
  console.error(error instanceof StepError ? error.message : error)
  process.exit(1)
})
