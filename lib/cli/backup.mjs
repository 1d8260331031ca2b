import { resolveFiles, runProgram } from './run-program.mjs'

/** `npm run backup [file]`: database, media and secret in one file, while the studio runs. */
resolveFiles()
await runProgram('backup')
