import {
  cpSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  readlinkSync,
} from 'node:fs'
import path from 'node:path'

/** What a person who works on the studio has in the folder, apart from what is made from it. */
const NOT_COPIED = new Set(['.git', '.next', 'data', 'dist', 'node_modules', 'test-results'])

/** The sources in a folder of their own, to change as one likes. Within this one, since packages are linked and not copied. */
export function workingCopy(): { folder: string; remove: () => void } {
  mkdirSync('test-results', { recursive: true })
  const folder = mkdtempSync(path.resolve('test-results/copy-'))
  for (const name of readdirSync('.')) {
    if (!NOT_COPIED.has(name)) cpSync(name, path.join(folder, name), { recursive: true })
  }
  linkAll('node_modules', path.join(folder, 'node_modules'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }) }
}

function linkAll(from: string, to: string): void {
  mkdirSync(to)
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)]
    if (entry.isDirectory()) linkAll(source, target)
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target)
    else linkSync(source, target)
  }
}
