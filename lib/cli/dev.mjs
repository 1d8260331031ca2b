import path from 'node:path'
import { generateClient } from './build.mjs'
import { root } from './folder.mjs'
import { ensureInstalled } from './install.mjs'
import { checkNode } from './node-version.mjs'
import { runOpenly, StepError } from './steps.mjs'

/** `npm run dev`: the front door from source, with Next's development server behind it. */
async function dev() {
  checkNode()
  process.chdir(root)
  await ensureInstalled('all')
  await generateClient()
  const entry = path.join(root, 'lib/server/front-door/main.ts')
  const code = await runOpenly([process.execPath, '--import', 'tsx', entry, '--dev'], process.env)
  process.exitCode = code === 0 ? 0 : 1
}

dev().catch((error) => {
  console.error(error instanceof StepError ? error.message : error)
  process.exit(1)
})
