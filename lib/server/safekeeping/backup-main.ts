import { readFileSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import { env } from '../env'
import { makeBackup } from './backup'
import { megabytes, runProgram, tellProgress } from './run-program'

const packageSchema = z.object({ version: z.string() })

/** `npm run backup [file]`. Ends with 1 where something that belongs in was missing or damaged, though the rest is saved. */
runProgram(async () => {
  const settings = env()
  const now = new Date()
  const target = path.resolve(process.argv[2] ?? `studio-backup-${stamp(now)}.tar`)
  const { version: studio } = packageSchema.parse(JSON.parse(readFileSync('package.json', 'utf8')))
  const onProgress = tellProgress('Backing up')
  const manifest = await makeBackup({ settings, target, studio, now, onProgress })
  const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0)
  const media = manifest.files.filter((file) => file.path.startsWith('media/')).length
  const say = (line: string) => process.stdout.write(`${line}\n`)
  say(`${target}: the database, ${media} clips and pictures, ${megabytes(bytes)}.`)
  if (settings.secret !== null)
    say('STUDIO_SECRET is set: keep it yourself, it is not in the file.')
  else say('The studio’s secret is in it: keep the file to yourself.')
  for (const name of manifest.missing) say(`Not in it, since it is not there: ${name}`)
  for (const name of manifest.changed) say(`In it, but damaged: ${name}`)
  return manifest.missing.length + manifest.changed.length > 0 ? 1 : 0
})

function stamp(now: Date): string {
  return now.toISOString().replace(/[-:]/g, '').slice(0, 15)
}
