import path from 'node:path'
import { keepCompiled } from './compile-cache'

/** The front door as it is started: what is loaded from here on is kept compiled for the next start. */
if (!process.argv.includes('--dev')) keepCompiled(path.resolve('dist/compile-cache'))

await import('./main')
