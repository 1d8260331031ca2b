import { readFileSync } from 'node:fs'
import { writeFormatted } from '../bench/machinery/write-formatted'
import { placeModelTable } from './model-table'

const README = 'README.md'

/** `npm run model-table`, from the root of the repository. */
await writeFormatted(README, placeModelTable(readFileSync(README, 'utf8')))
