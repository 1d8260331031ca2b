import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  createClient,
  type Client,
  type InStatement,
  type ResultSet,
  type Transaction,
} from '@libsql/client/sqlite3'
import { Mutex } from 'async-mutex'
import { isDatabaseBusy } from './driver-error'
import { PRAGMA_SCRIPT } from './pragmas'
import { readRows, toArgument } from './sql-values'
import type { Sql } from './sql'

const BUSY_RETRIES = 4
/** SQLite's own wait blocks the event loop, so it is short; what is busy then is tried again without blocking. */
const BUSY_WAIT_MS = 1_000

/** What a statement of a transaction did. */
export type Outcome = { rows: readonly Record<string, unknown>[]; changed: number }
/** Runs a statement within a transaction. */
export type Run = (statement: Sql) => Promise<Outcome>

/**
 * One connection: every statement in order, transactions begun immediately, and nobody else's statement inside one
 * (docs/decisions/0002-sqlite.md). Prisma's client goes through it too, so that both wait for each other.
 */
export type Connection = {
  /** What a row is, is the statement's word, as with any driver. */
  rows<Row>(statement: Sql): Promise<Row[]>
  /** @returns how many rows it changed. */
  run(statement: Sql): Promise<number>
  /** All of them or none. */
  transaction(statements: readonly Sql[]): Promise<Outcome[]>
  /** Nobody writes, in any process, while `work` runs: it must be short. What it runs is committed unless it throws. */
  hold<T>(work: (run: Run) => Promise<T>): Promise<T>
  /** Several statements without values, each by itself. */
  script(statements: string): Promise<void>
  /** What Prisma's adapter takes for a client of its own. */
  driver: Client
  close(): void
}

/** @param url `file:` and an absolute path. The folder is made. */
export function openConnection(url: string): Connection {
  mkdirSync(path.dirname(url.replace(/^file:/, '')), { recursive: true })
  const client = createClient({ url, timeout: BUSY_WAIT_MS, intMode: 'bigint' })
  const steps = orderedSteps(client)
  const query = ({ text, values }: Sql) => ({ sql: text, args: values.map(toArgument) })
  const outcome = (result: ResultSet): Outcome => ({
    rows: readRows(result),
    changed: result.rowsAffected,
  })
  const hold = async <T>(work: (run: Run) => Promise<T>): Promise<T> => {
    const transaction = await steps.begin()
    try {
      const result = await work(async (statement) =>
        outcome(await transaction.execute(query(statement))),
      )
      await transaction.commit()
      return result
    } catch (error) {
      await transaction.rollback()
      throw error
    }
  }
  return {
    rows: async <Row>(statement: Sql) => readRows<Row>(await steps.alone(query(statement))),
    run: async (statement) => (await steps.alone(query(statement))).rowsAffected,
    transaction: (statements) =>
      hold(async (run) => {
        const outcomes: Outcome[] = []
        for (const each of statements) outcomes.push(await run(each))
        return outcomes
      }),
    hold,
    script: (statements) => steps.script(statements),
    driver: driverOf(client, steps),
    close: () => client.close(),
  }
}

type Steps = {
  alone(statement: InStatement): Promise<ResultSet>
  begin(): Promise<Transaction>
  script(statements: string): Promise<void>
}

function orderedSteps(client: Client): Steps {
  const mutex = new Mutex()
  const setPragmas = () => client.executeMultiple(PRAGMA_SCRIPT)
  const patiently = async <T>(step: () => Promise<T>): Promise<T> => {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await step()
      } catch (error) {
        if (!isDatabaseBusy(error)) throw error
        await reconnect(client, setPragmas)
        if (attempt >= BUSY_RETRIES) throw error
        await sleep(20 + Math.random() * 80)
      }
    }
  }
  // A database that is locked at this very moment gets them with the first statement that meets SQLITE_BUSY.
  void setPragmas().catch(() => client.reconnect())
  return {
    alone: (statement) => mutex.runExclusive(() => patiently(() => client.execute(statement))),
    script: (statements) =>
      mutex.runExclusive(() => patiently(() => client.executeMultiple(statements))),
    begin: async () => {
      const release = await mutex.acquire()
      try {
        await patiently(() => client.execute('BEGIN IMMEDIATE'))
      } catch (error) {
        release()
        throw error
      }
      return openTransaction(client, release)
    },
  }
}

function openTransaction(client: Client, release: () => void): Transaction {
  let isOpen = true
  const end = async (word: 'COMMIT' | 'ROLLBACK') => {
    if (!isOpen) return
    isOpen = false
    try {
      await client.execute(word)
    } catch (error) {
      // A COMMIT that fails may leave the transaction open; the next statement must not land in it.
      if (word === 'COMMIT') await client.execute('ROLLBACK').catch(() => client.reconnect())
      throw error
    } finally {
      release()
    }
  }
  return {
    execute: (statement: InStatement) => client.execute(statement),
    batch: (statements) => client.batch(statements),
    executeMultiple: (statements) => client.executeMultiple(statements),
    commit: () => end('COMMIT'),
    rollback: () => end('ROLLBACK'),
    close: () => void end('ROLLBACK'),
    get closed() {
      return !isOpen
    },
  }
}

/** The client with its statements in this order. The stock one opens a connection per transaction that it never closes. */
function driverOf(client: Client, steps: Steps): Client {
  return {
    execute: (statement: InStatement) => steps.alone(statement),
    executeMultiple: (statements) => steps.script(statements),
    transaction: () => steps.begin(),
    batch: (statements, mode) => client.batch(statements, mode),
    migrate: (statements) => client.migrate(statements),
    sync: () => client.sync(),
    reconnect: () => client.reconnect(),
    close: () => client.close(),
    get closed() {
      return client.closed
    },
    protocol: client.protocol,
  }
}

/** Drops a half-run statement together with its connection; the new one needs its PRAGMAs again. */
async function reconnect(client: Client, setPragmas: () => Promise<void>): Promise<void> {
  await client.reconnect()
  await setPragmas().catch((error: unknown) => {
    if (!isDatabaseBusy(error)) throw error
  })
}
