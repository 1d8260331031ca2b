import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { STUDIO_BUNDLE } from '../build.mjs'

/**
 * Bundles the programs, and again whenever one of their sources changes. A source that cannot be built is told on stderr,
 * and what was built before stays.
 * @param {{ bundle?: object, outdir: string, onBuilt: (names: string[]) => void }} options `onBuilt` hears which programs
 *   came out otherwise than before: all of them the first time
 * @returns {Promise<() => Promise<void>>} ends the watching
 */
export async function watchPrograms({ bundle = STUDIO_BUNDLE, outdir, onBuilt }) {
  const { context } = await import('esbuild')
  const hashes = new Map()
  const writeChanged = ({ errors, outputFiles = [] }) => {
    if (errors.length > 0) return
    const changed = outputFiles.filter(({ path: file, hash }) => hashes.get(file) !== hash)
    for (const { path: file, hash, contents } of changed) {
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileSync(file, contents)
      hashes.set(file, hash)
    }
    if (changed.length > 0) onBuilt(changed.map(({ path: file }) => path.parse(file).name))
  }
  const watching = await context({
    ...bundle,
    outdir,
    write: false,
    sourcemap: 'inline',
    plugins: [{ name: 'write-changed', setup: ({ onEnd }) => onEnd(writeChanged) }],
  })
  await watching.watch()
  return () => watching.dispose()
}
