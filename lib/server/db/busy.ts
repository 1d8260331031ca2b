import { Prisma } from './generated/client'

/** The wait for SQLite's lock was over, also after the adapter's own tries: nothing was written. */
export function isDatabaseBusy(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P1008'
}
