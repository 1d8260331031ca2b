import { resolveFiles, runProgram } from './run-program.mjs'

/** `npm run restore -- FILE [--replace]`: puts a backup back. */
resolveFiles()
await runProgram('restore')
