import { runProgram } from './run-program.mjs'

/** `npm run verify`: reads every saved file and compares it with its hash. */
await runProgram('verify')
