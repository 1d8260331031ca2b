import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { fingerprintSources } from './fingerprint.mjs'
import { root } from './folder.mjs'
import { needsBuild } from './needs.mjs'
import { readStamp, removeStamp, writeStamp } from './stamp.mjs'
import { packageBin, runQuietly, step, StepError } from './steps.mjs'

const STAMP = path.join(root, 'dist/build-stamp.json')
/** Each program becomes one file in dist. */
const PROGRAMS = {
  'front-door': 'lib/server/front-door/start.ts',
  'worker-alone': 'lib/server/front-door/worker-alone.ts',
  worker: 'lib/server/worker/main.ts',
  simulator: 'lib/simulator/main.ts',
  doctor: 'lib/server/doctor/main.ts',
  verify: 'lib/server/safekeeping/verify-main.ts',
  backup: 'lib/server/safekeeping/backup-main.ts',
  restore: 'lib/server/safekeeping/restore-main.ts',
  seed: 'lib/server/seeding/seed-main.ts',
}

/** Builds unless that has been done for these very sources. */
export async function ensureBuilt() {
  if (needsToBuild()) await build()
}

/**
 * One that needs no pages and no database client, alone: a fraction of a second, and nothing else is touched.
 * @param {'doctor' | 'verify' | 'backup' | 'restore' | 'seed'} name
 */
export async function ensureProgram(name) {
  if (needsToBuild()) await bundlePrograms({ [name]: PROGRAMS[name] })
}

function needsToBuild() {
  const outputs = ['.next/BUILD_ID', ...Object.keys(PROGRAMS).map((name) => `dist/${name}.mjs`)]
  const hasOutput = outputs.every((file) => existsSync(path.join(root, file)))
  return needsBuild({ stamp: readStamp(STAMP), sources: fingerprintSources(root), hasOutput })
}

export async function build() {
  // Before, so that what is changed meanwhile is built the next time.
  const sources = fingerprintSources(root)
  removeStamp(STAMP)
  await generateClient()
  await step('Building the pages', () =>
    runQuietly([...packageBin('next', 'dist/bin/next'), 'build'], buildEnvironment()),
  )
  for (const name of ['dist/parts', 'dist/compile-cache'])
    rmSync(path.join(root, name), { recursive: true, force: true })
  await step('Building the programs', () => bundlePrograms(PROGRAMS))
  writeStamp(STAMP, { sources })
}

/** The database client is made from the schema. */
export async function generateClient() {
  const prisma = [...packageBin('prisma', 'build/index.js'), 'generate']
  await step('Preparing the database client', () => runQuietly(prisma, buildEnvironment()))
}

function buildEnvironment() {
  return {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    CHECKPOINT_DISABLE: '1', // Prisma's look for updates
  }
}

/** How a program becomes a file. Packages go in, since looking for hundreds of small files is a good part of a start. */
const BUNDLE = {
  absWorkingDir: root,
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // Native code, what finds its own files beside itself, and what is loaded seldom.
  external: ['next', 'sharp', 'libsql', '@prisma/*'],
  // What was written for CommonJS asks for Node's own modules by `require`.
  banner: {
    js: "import { createRequire as createRequireHere } from 'node:module'; const require = createRequireHere(import.meta.url);",
  },
  logLevel: 'warning',
}
/** How the programs of a running studio do. */
export const STUDIO_BUNDLE = { ...BUNDLE, entryPoints: PROGRAMS }

/**
 * Each by itself, so that it is one file but for what it imports when that is needed: a start reads no more.
 * @param {Record<string, string>} programs names and entries
 */
async function bundlePrograms(programs) {
  const { build: bundle } = await import('esbuild')
  for (const [name, entry] of Object.entries(programs)) {
    const { metafile } = await bundle({
      ...BUNDLE,
      entryPoints: { [name]: entry },
      metafile: true,
      minifySyntax: true,
      minifyWhitespace: true,
      splitting: true,
      chunkNames: 'parts/[name]-[hash]',
    })
    assertNothingOfOursIsLeftOut(metafile)
  }
}

/** `@/…` looks like a package: were the alias not resolved, the bundle would fail only when it runs. */
function assertNothingOfOursIsLeftOut({ outputs }) {
  const imports = Object.values(outputs).flatMap((output) => output.imports)
  const own = imports.filter(({ external, path: name }) => external && /^[@.]?\//.test(name))
  if (own.length > 0)
    throw new StepError(`Not bundled: ${own.map(({ path: name }) => name).join(', ')}`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await build().catch((error) => {
    console.error(error instanceof StepError ? error.message : error)
    process.exitCode = 1
  })
}
