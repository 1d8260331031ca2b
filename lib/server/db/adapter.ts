import { setTimeout as sleep } from 'node:timers/promises'
import type { Client, Config, InStatement, Transaction } from '@libsql/client'
import { PrismaLibSql } from '@prisma/adapter-libsql'
import { PRAGMA_SCRIPT } from './pragmas'

const SQLITE_BUSY = 5
const BUSY_RETRIES = 4

/**
 * One connection, every statement in order, transactions begun immediately. The stock adapter opens a connection per
 * transaction that it never closes, begins deferred, and after SQLITE_BUSY keeps the failed statement open, which
 * blocks every later COMMIT (docs/decisions/0002-sqlite.md). Prisma's own mutex keeps others out of a transaction.
 */
export class OneConnectionLibSql extends PrismaLibSql {
  override createClient(config: Config): Client {
    const client = super.createClient(config)
    const execute = client.execute.bind(client)
    const setPragmas = () => client.executeMultiple(PRAGMA_SCRIPT)
    let inTransaction = false

    const executeWithRetry = async (statement: InStatement) => {
      for (let attempt = 0; ; attempt += 1) {
        try {
          return await execute(statement)
        } catch (error) {
          if (inTransaction || !isBusy(error)) throw error
          await reconnect(client, setPragmas)
          if (attempt >= BUSY_RETRIES) throw error
          await sleep(20 + Math.random() * 80)
        }
      }
    }

    const begin = async (): Promise<Transaction> => {
      await executeWithRetry('BEGIN IMMEDIATE')
      inTransaction = true
      const end = async (sql: string) => {
        if (!inTransaction) return
        inTransaction = false
        await execute(sql)
      }
      return {
        execute,
        batch: (statements) => client.batch(statements),
        executeMultiple: (sql) => client.executeMultiple(sql),
        commit: () => end('COMMIT'),
        rollback: () => end('ROLLBACK'),
        close: () => {},
        get closed() {
          return !inTransaction
        },
      }
    }

    // A database that is locked at this very moment gets them with the first statement that meets SQLITE_BUSY.
    void setPragmas().catch(() => client.reconnect())
    return Object.assign(client, { execute: executeWithRetry, transaction: begin })
  }
}

/** Drops a half-run statement together with its connection; the new one needs its PRAGMAs again. */
async function reconnect(client: Client, setPragmas: () => Promise<void>): Promise<void> {
  await client.reconnect()
  await setPragmas().catch((error: unknown) => {
    if (!isBusy(error)) throw error
  })
}

function isBusy(error: unknown): boolean {
  return (rawCode(error) & 0xff) === SQLITE_BUSY
}

function rawCode(error: unknown): number {
  if (typeof error !== 'object' || error === null) return 0
  const code = Reflect.get(error, 'rawCode')
  if (typeof code === 'number') return code
  return 'cause' in error ? rawCode(error.cause) : 0
}
