import { ensureBuilt } from './build.mjs'
import { endWithNpm } from './end-with-npm.mjs'
import { root } from './folder.mjs'
import { ensureInstalled } from './install.mjs'
import { checkNode } from './node-version.mjs'
import { runOpenly, StepError } from './steps.mjs'

/** `npm run test:faults`: kills, stops and fails the built studio. Arguments name tests and options (docs/reliability.md). */
async function faults() {
  checkNode()
  endWithNpm()
  process.chdir(root)
  await ensureInstalled('all')
  await ensureBuilt()
  const main = ['--import', 'tsx', 'e2e/faults/main.ts', ...process.argv.slice(2)]
  const code = await runOpenly([process.execPath, ...main], process.env)
  process.exitCode = code === 0 ? 0 : 1
}

faults().catch((error) => {
  console.error(error instanceof StepError ? error.message : error)
  process.exit(1)
})
