import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** What a build is made of, below the root. */
const SOURCES = [
  'app',
  'components',
  'lib',
  'prisma',
  'public',
  'next.config.mjs',
  'tsconfig.json',
  'postcss.config.mjs',
  'prisma.config.ts',
  'package.json',
  'package-lock.json',
]
const NOT_BUILT = [/\.test\.[^/]+$/, /^lib\/server\/db\/generated\//, /(^|\/)\./]

/**
 * A hash that changes when anything changes that the build depends on: a file's content, name or place.
 * @param {string} root
 * @returns {string}
 */
export function fingerprintSources(root) {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap((source) => filesBelow(root, source))) {
    hash.update(`${file}\0${hashOf(path.join(root, file))}\n`)
  }
  return hash.digest('hex')
}

/**
 * @param {string} file
 * @returns {string} the hash of its content; empty when there is none
 */
export function hashOf(file) {
  return existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('hex') : ''
}

function filesBelow(root, source) {
  const place = path.join(root, source)
  if (!existsSync(place)) return []
  if (statSync(place).isFile()) return [source]
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => !NOT_BUILT.some((pattern) => pattern.test(file)))
    .sort()
}
