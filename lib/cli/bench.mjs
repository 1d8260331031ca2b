import { browserCommands } from './browser.mjs'
import { ensureBuilt } from './build.mjs'
import { endWithNpm } from './end-with-npm.mjs'
import { root } from './folder.mjs'
import { ensureInstalled } from './install.mjs'
import { checkNode } from './node-version.mjs'
import { runOpenly, runQuietly, StepError } from './steps.mjs'

/** `npm run bench`: measures the built studio. Arguments name the figures that are to be measured again. */
async function bench() {
  checkNode()
  endWithNpm()
  process.chdir(root)
  await ensureInstalled('all')
  for (const command of browserCommands()) await runQuietly(command, process.env)
  await ensureBuilt()
  const main = ['--import', 'tsx', 'e2e/bench/main.ts', ...process.argv.slice(2)]
  const code = await runOpenly([process.execPath, ...main], process.env)
  process.exitCode = code === 0 ? 0 : 1
}

bench().catch((error) => {
  console.error(error instanceof StepError ? error.message : error)
  process.exit(1)
})
