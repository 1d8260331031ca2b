import path from 'node:path'
import { generateClient } from './build.mjs'
import { createDevStudio } from './dev/dev-studio.mjs'
import { endWithNpm } from './end-with-npm.mjs'
import { root } from './folder.mjs'
import { ensureInstalled } from './install.mjs'
import { checkNode } from './node-version.mjs'
import { StepError } from './steps.mjs'
import { watchPrograms } from './dev/watch-programs.mjs'

/** Apart from what `npm run up` runs. */
const OUTDIR = 'dist/dev'

/**
 * `npm run dev`: the studio from its sources. Next reloads the pages; the front door, the worker and the simulator are
 * bundled again when a source of theirs changes, and only what came out otherwise is started again.
 */
async function dev() {
  checkNode()
  endWithNpm()
  process.chdir(root)
  await ensureInstalled('all')
  await generateClient()
  const studio = createDevStudio(path.join(root, OUTDIR, 'front-door.mjs'))
  const unwatch = await watchPrograms({ outdir: OUTDIR, onBuilt: (names) => studio.reload(names) })
  process.exitCode = await studio.ended
  await unwatch()
}

dev().catch((error) => {
  console.error(error instanceof StepError ? error.message : error)
  process.exit(1)
})
