import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { browserCommands } from './browser.mjs'
import { generateClient } from './build.mjs'
import { countCheck, countFaults, countPlaywright, countVitest } from './count-results.mjs'
import { root } from './folder.mjs'
import { ensureInstalled } from './install.mjs'
import { checkNode } from './node-version.mjs'
import { readStamp } from './stamp.mjs'
import { packageBin, runOpenly, StepError } from './steps.mjs'

const reports = mkdtempSync(path.join(tmpdir(), 'studio-tests-'))
const unitReport = path.join(reports, 'unit.json')
const browserReport = path.join(reports, 'end-to-end.json')
const faultReport = path.join(reports, 'faults.json')

const prettier = packageBin('prettier', 'bin/prettier.cjs')
const eslint = packageBin('eslint', 'bin/eslint.js')
const cruiser = packageBin('dependency-cruiser', 'bin/dependency-cruise.mjs')
const next = packageBin('next', 'dist/bin/next')
const tsc = packageBin('typescript', 'bin/tsc')
const vitest = packageBin('vitest', 'vitest.mjs')
const playwright = packageBin('playwright', 'cli.js')

/** Each a name, what is run in order, and how its result is counted. */
const CHECKS = [
  { name: 'format', commands: [[...prettier, '--check', '.']] },
  { name: 'lint', commands: [[...eslint, '--max-warnings', '0', '.']] },
  {
    name: 'boundaries',
    commands: [[...cruiser, '--config', '.dependency-cruiser.cjs', 'app', 'components', 'lib']],
  },
  {
    name: 'types',
    commands: [
      [...next, 'typegen'],
      [...tsc, '--noEmit'],
    ],
  },
  {
    name: 'unit',
    commands: [
      [
        ...vitest,
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${unitReport}`,
      ],
    ],
    count: (isClean) => countVitest(readStamp(unitReport), isClean),
  },
  {
    name: 'end-to-end',
    commands: [...browserCommands(), [...playwright, 'test', '--reporter=list,json']],
    count: (isClean) => countPlaywright(readStamp(browserReport), isClean),
  },
  {
    name: 'faults',
    commands: [[process.execPath, 'lib/cli/faults.mjs', '--short', '--report', faultReport]],
    count: (isClean) => countFaults(readStamp(faultReport), isClean),
  },
]

function testEnvironment() {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' }
  delete env.NODE_ENV // production would switch off what tests rely on
  return { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport }
}

async function runCheck({ name, commands, count = countCheck }) {
  process.stdout.write(`\n── ${name}\n`)
  let isClean = true
  for (const command of commands) {
    if (isClean) isClean = (await runOpenly(command, testEnvironment())) === 0
  }
  return { name, ...count(isClean) }
}

/** `npm test`: every check, also after one that failed. The last line says `N passed, N failed`. */
async function test() {
  checkNode()
  process.chdir(root)
  await ensureInstalled('all')
  await generateClient()
  const results = []
  for (const check of CHECKS) results.push(await runCheck(check))
  const bad = results.filter(({ failed }) => failed > 0)
  process.stdout.write('\n')
  if (bad.length > 0) console.log(`Failed: ${bad.map(({ name }) => name).join(', ')}`)
  return {
    passed: results.reduce((sum, { passed }) => sum + passed, 0),
    failed: results.reduce((sum, { failed }) => sum + failed, 0),
  }
}

const { passed, failed } = await test().catch((error) => {
  console.error(error instanceof StepError ? error.message : error)
  return { passed: 0, failed: 1 }
})
rmSync(reports, { recursive: true, force: true })
process.exitCode = failed > 0 ? 1 : 0
console.log(`${passed} passed, ${failed} failed`)
