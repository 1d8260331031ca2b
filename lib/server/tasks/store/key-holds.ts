import { sql, type Sql } from '../../db/sql'

/**
 * A condition for what is done with a stored key: only while it is the stored one. A worker that has not yet heard of a new
 * key neither claims with the old one nor pauses the queue because of it. Null, a key from the environment, always holds.
 */
export function keyHolds(version: string | null): Sql {
  if (version === null) return sql`TRUE`
  return sql`
    coalesce((SELECT "sealed" FROM "StoredSecret" WHERE "name" = 'gateway-key'), '') = ${version}`
}
