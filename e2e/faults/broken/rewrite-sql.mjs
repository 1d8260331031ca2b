// What the switches of this folder share: each makes the studio break a promise on purpose, so that the oracle can be seen
// to notice. They get between the studio and its database driver, since nothing in the product may break it.
import { createRequire } from 'node:module'

const Database = createRequire(import.meta.url)('libsql')

/**
 * @param {(sql: string, prepare: (sql: string) => { run: () => unknown }) => string} rewrite is given each statement, and answers
 * what is run in its place
 */
export function rewriteSql(rewrite) {
  const { prepare } = Database.prototype
  Database.prototype.prepare = function prepareRewritten(sql) {
    return prepare.call(
      this,
      rewrite(sql, (other) => prepare.call(this, other)),
    )
  }
}
