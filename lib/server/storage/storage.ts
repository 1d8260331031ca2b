import { env } from '../env'
import { localStorageIn } from './local-storage'
import type { Storage } from './types'

const KEY = Symbol.for('aisphere-studio.storage')
const shared: typeof globalThis & { [KEY]?: Storage } = globalThis

/** The storage of this process: the front door and Next's bundles hold separate copies of this module. */
export function storage(): Storage {
  return (shared[KEY] ??= localStorageIn(env().mediaDir))
}

/** Replaces the process's storage; for tests, which have a folder each. */
export function replaceStorage(replacement: Storage): void {
  shared[KEY] = replacement
}
