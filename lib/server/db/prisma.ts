import { PrismaLibSql } from '@prisma/adapter-libsql'
import type { Connection } from './connection'
import { PrismaClient } from './generated/client'

/** Prisma's adapter over the connection that there is, instead of one of its own. */
class OverConnection extends PrismaLibSql {
  readonly #driver: Connection['driver']

  constructor({ driver }: Connection) {
    super({ url: 'file:' })
    this.#driver = driver
  }

  override createClient(): Connection['driver'] {
    return this.#driver
  }
}

export function clientOver(connection: Connection): PrismaClient {
  return new PrismaClient({ adapter: new OverConnection(connection), errorFormat: 'minimal' })
}
