import { existsSync } from 'node:fs'
import { env } from '../env'
import { databaseFile } from '../opening/check-folder'
import { Refusal } from './refusal'
import { megabytes, runProgram, tellProgress } from './run-program'
import { verifyArchive, type Trouble, type Verification } from './verify'

const PROMPT_CHARACTERS = 60

/** `npm run verify`; with `--json` for another program. Ends with 1 where a file is missing or changed. */
runProgram(async () => {
  const settings = env()
  const file = databaseFile(settings)
  if (!existsSync(file)) throw new Refusal(`There is no database at ${file}.`)
  const onProgress = tellProgress('Reading')
  const seen = await verifyArchive({ settings, now: new Date(), onProgress })
  const isGood = seen.troubles.length === 0
  const text = process.argv.includes('--json')
    ? JSON.stringify({ isGood, ...seen }, null, 2)
    : describe(seen).join('\n')
  await new Promise((resolve) => process.stdout.write(`${text}\n`, resolve))
  return isGood ? 0 : 1
})

function describe({ whole, bytes, troubles, strays }: Verification): string[] {
  const of = (what: Trouble['what']) => troubles.filter((trouble) => trouble.what === what)
  return [
    ...troubles.map(describeTrouble),
    ...strays.map((key) => `stray: ${key} (no task and no picture names it)`),
    `${whole} whole (${megabytes(bytes)}), ${of('missing').length} missing, ${of('changed').length} changed, ${strays.length} stray.`,
  ]
}

function describeTrouble({ what, key, neededBy }: Trouble): string {
  if (!neededBy) return `${what}: ${key} (an uploaded picture that no task uses)`
  const prompt = neededBy.prompt.replace(/\s+/g, ' ').slice(0, PROMPT_CHARACTERS)
  return `${what}: ${key} (task ${neededBy.task} of ${neededBy.createdAt.toISOString()}: “${prompt}”)`
}
