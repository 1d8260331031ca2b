import path from 'node:path'
import { env } from '../env'
import { Refusal } from './refusal'
import { restoreBackup } from './restore'
import { runProgram } from './run-program'

/** `npm run restore -- FILE [--replace]` */
runProgram(async () => {
  const given = process.argv.slice(2)
  const [archive, ...more] = given.filter((each) => each !== '--replace')
  if (archive === undefined || more.length > 0 || archive.startsWith('-'))
    throw new Refusal('Say which file: npm run restore -- FILE [--replace]')
  const settings = env()
  const { manifest, movedTo } = await restoreBackup({
    settings,
    archive: path.resolve(archive),
    replaces: given.includes('--replace'),
    migrations: path.resolve('prisma/migrations'),
    now: new Date(),
  })
  const say = (line: string) => process.stdout.write(`${line}\n`)
  say(`${settings.dataDir} is as it was at ${manifest.createdAt}.`)
  if (movedTo) say(`What was there before lies in ${movedTo}.`)
  say(
    'What waited to be sent then waits for your decision when the studio starts: it may have been sent since.',
  )
  const hasSecret = manifest.files.some((file) => file.path === 'secret')
  if (!hasSecret)
    say('The backup has no secret: set STUDIO_SECRET to the one that it was made with.')
  for (const name of manifest.missing) say(`Was missing already: ${name}`)
  for (const name of manifest.changed) say(`Was damaged already: ${name}`)
  return 0
})
