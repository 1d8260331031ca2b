import { runProgram } from './run-program.mjs'

/** `npm run seed -- N`: N tasks with real clips and stills, to try the studio with. */
await runProgram('seed')
