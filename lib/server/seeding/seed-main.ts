import path from 'node:path'
import { env, EnvError } from '../env'
import { fillIndex } from '../finding/keep-index'
import { prepareIndex, removeIndex } from '../finding/store/schema'
import { checkDatabase, prepareDatabase } from '../opening/check-database'
import { checkFolder, databaseFile } from '../opening/check-folder'
import { holdFolder } from '../opening/hold-folder'
import { assertWhole } from '../opening/restoring'
import { StartError } from '../opening/start-error'
import { codeOf } from '../storage/folders'
import { seedStudio } from './seed'

const DEFAULT_COUNT = 1_000
const MOST = 1_000_000

/** `npm run seed -- N`: fills a studio with N clips to try it with. `SEED` chooses among the possible ones. */
async function main(): Promise<void> {
  const [number = String(DEFAULT_COUNT), flag] = process.argv.slice(2)
  const count = wholeNumber('How many', number, MOST)
  const settings = env()
  const seed = settings.seed
  const migrations = path.resolve('prisma/migrations')
  const file = databaseFile(settings)
  await checkFolder(settings)
  await holdFolder(settings.dataDir, 'alone')
  assertWhole(settings.dataDir)
  await checkDatabase(file, migrations)
  await prepareDatabase(file, migrations)
  const startedAt = performance.now()
  const seconds = () => Math.round((performance.now() - startedAt) / 1000)
  await removeIndex()
  await seedStudio({
    count,
    seed,
    now: new Date(),
    isWithoutFiles: flag === '--without-files',
    onProgress: (what, done, of) => tell(what, done, of, seconds()),
  })
  await prepareIndex()
  await fillIndex()
  const perSecond = Math.round(count / Math.max(1, seconds()))
  say(
    `${settings.dataDir} has ${count.toLocaleString('en')} more tasks: ${seconds()} s, ${perSecond} a second (SEED=${seed}).`,
  )
}

const SAID_EVERY_S = 5
let saidAt = 0

function tell(what: 'media' | 'tasks', done: number, of: number, seconds: number): void {
  if (done < of && seconds - saidAt < SAID_EVERY_S) return
  saidAt = seconds
  const name = what === 'media' ? 'scenes of clips and stills' : 'tasks'
  say(`${done.toLocaleString('en')} of ${of.toLocaleString('en')} ${name}, ${seconds} s`)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function wholeNumber(what: string, text: string, most: number): number {
  const number = /^\d+$/.test(text) ? Number(text) : 0
  if (number >= 1 && number <= most) return number
  throw new StartError(
    `${what}? A whole number up to ${most.toLocaleString('en')}: npm run seed -- 1000`,
  )
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    const isKnown = error instanceof StartError || error instanceof EnvError || codeOf(error)
    const text = error instanceof Error ? (isKnown ? error.message : error.stack) : String(error)
    process.stderr.write(`${text}\n`)
    process.exit(1)
  },
)
