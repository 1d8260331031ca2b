// A paid request whose lease ran out goes back into the queue, as a queue library would do it. Breaks I2.
import { rewriteSql } from './rewrite-sql.mjs'

rewriteSql((sql) =>
  sql.replace(
    `SET "status" = 'unconfirmed', "errorCode" = 'studio_stopped'`,
    `SET "status" = 'queued', "errorCode" = NULL`,
  ),
)
