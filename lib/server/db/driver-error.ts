import * as z from 'zod'
import { Prisma } from './generated/client'

/** A refused statement has another code when it was raw; what the driver said is the same. */
const metaSchema = z.object({
  driverAdapterError: z.object({ cause: z.object({ kind: z.string() }) }),
})

export function isUniqueViolation(error: unknown): boolean {
  return isRefusal(error, { code: 'P2002', kind: 'UniqueConstraintViolation' })
}

/** The wait for SQLite's lock was over, also after the adapter's own tries: nothing was written. */
export function isDatabaseBusy(error: unknown): boolean {
  return isRefusal(error, { code: 'P1008', kind: 'SocketTimeout' })
}

function isRefusal(error: unknown, { code, kind }: { code: string; kind: string }): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false
  if (error.code === code) return true
  const meta = metaSchema.safeParse(error.meta)
  return meta.success && meta.data.driverAdapterError.cause.kind === kind
}
