import { runProgram } from './run-program.mjs'

/** `npm run doctor`: looks at the configuration, before the first start as well as beside a running studio. */
await runProgram('doctor')
