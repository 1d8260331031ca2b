import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseEnv } from 'node:util'

/** The root of the repository. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/**
 * A setting as the studio itself will read it: the environment first, then `.env`; an empty one counts as absent. The file
 * is not loaded into the environment, so that the key in it does not reach npm or the compilers.
 * @param {string} name
 * @returns {string | undefined}
 */
export function setting(name) {
  return (process.env[name] ?? settingsFile()[name]) || undefined
}

function settingsFile() {
  try {
    return parseEnv(readFileSync(path.join(root, '.env'), 'utf8'))
  } catch {
    return {} // there is none; of one that cannot be read the program that is started complains
  }
}

/** @returns {string} the absolute path of DATA_DIR */
export function dataDir() {
  return path.resolve(root, setting('DATA_DIR') ?? 'data')
}
