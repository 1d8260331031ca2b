#!/usr/bin/env node
// Stand-in for Prisma's native schema-engine: same JSON-RPC over stdio, answered by the WebAssembly build from npm.
import { readFileSync, existsSync, writeFileSync, rmSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { createRequire } from 'node:module'
import path from 'node:path'
import readline from 'node:readline'
import { parseArgs } from 'node:util'
import { PrismaLibSql } from '@prisma/adapter-libsql'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
const require = createRequire(import.meta.url)
const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    datamodels: { type: 'string', multiple: true },
    datasource: { type: 'string' },
    'enabled-preview-features': { type: 'string' },
    'extension-types': { type: 'string' },
    version: { type: 'boolean' },
  },
})
if (values.version) {
  console.log(
    'schema-engine-cli ' +
      JSON.parse(
        readFileSync(
          path.join(
            path.dirname(require.resolve('@prisma/schema-engine-wasm/schema_engine_bg')),
            'package.json',
          ),
        ),
      ).version +
      ' (wasm)',
  )
  process.exit(0)
}
const ds = values.datasource ? JSON.parse(values.datasource) : {}
const url = ds.url ?? ''
const sqliteFactory = (u) => new PrismaLibSql({ url: u })
async function makeFactory() {
  const f = await sqliteFactory(url)
  let n = 0
  const dir = mkdtempSync(path.join(tmpdir(), 'prisma-shadow-'))
  process.on('exit', () => rmSync(dir, { recursive: true, force: true }))
  // the wasm engine replays migrations on the shadow database through executeRaw/queryRaw, which take one statement only
  f.connectToShadowDb = async () => {
    const a = await (await sqliteFactory(`file:${dir}/${n++}.db`)).connect()
    const many = (q) => !q.args?.length && !/^\s*(SELECT|PRAGMA|WITH)\b/i.test(q.sql)
    const { queryRaw, executeRaw } = a
    a.executeRaw = async (q) =>
      many(q) ? (await a.executeScript(q.sql), 0) : executeRaw.call(a, q)
    a.queryRaw = async (q) =>
      many(q)
        ? (await a.executeScript(q.sql), { columnNames: [], columnTypes: [], rows: [] })
        : queryRaw.call(a, q)
    return a
  }
  return f
}
const bg = await import('@prisma/schema-engine-wasm/schema_engine_bg')
const wasmPath = path.join(
  path.dirname(require.resolve('@prisma/schema-engine-wasm/schema_engine_bg')),
  'schema_engine_bg.wasm',
)
const { instance } = await WebAssembly.instantiate(readFileSync(wasmPath), {
  './schema_engine_bg.js': bg,
})
bg.__wbg_set_wasm(instance.exports)
instance.exports.__wbindgen_start()
// the CLI throws the first stderr line away
const fail = (message, error_code) => {
  process.stderr.write(
    'schema-engine (wasm)\n' +
      JSON.stringify({
        level: 'ERROR',
        target: 'schema_engine::logger',
        fields: { message, error_code },
      }),
  )
  process.exitCode = 1
}
const sqliteFile = () => url.replace(/^file:/, '').replace(/\?.*$/, '')
if (positionals[0] === 'cli') {
  try {
    if (positionals[1] === 'can-connect-to-database') {
      if (url.startsWith('file:') && !existsSync(sqliteFile()))
        fail(`Database ${sqliteFile()} does not exist`, 'P1003')
      else {
        const a = await (await makeFactory()).connect()
        await a.queryRaw({ sql: 'SELECT 1', args: [], argTypes: [] })
        await a.dispose()
      }
    } else if (positionals[1] === 'create-database') {
      if (url.startsWith('file:')) writeFileSync(sqliteFile(), '', { flag: 'a' })
    } else if (positionals[1] === 'drop-database') {
      if (url.startsWith('file:')) rmSync(sqliteFile())
    }
  } catch (e) {
    fail(String(e.message ?? e), 'P1001')
  }
} else await serve()
async function serve() {
  const datamodels = (values.datamodels ?? []).map((p) => [p, readFileSync(p, 'utf8')])
  const factory = bindMigrationAwareSqlAdapterFactory(await makeFactory())
  let engine
  const rl = readline.createInterface({ input: process.stdin })
  const out = (o) => process.stdout.write(JSON.stringify(o) + '\n')
  const pending = new Set()
  rl.on('line', (line) => {
    const p = handle(line)
    pending.add(p)
    p.finally(() => pending.delete(p))
  })
  rl.on('close', async () => {
    await Promise.all([...pending])
    process.exit(0)
  })
  async function handle(line) {
    const msg = JSON.parse(line)
    if (!msg.method) return
    try {
      engine ??= await bg.SchemaEngine.new(
        { datamodels: datamodels.length ? datamodels : undefined },
        () => {},
        factory,
      )
      let method = msg.method,
        params = msg.params
      if (method === 'getDatabaseVersion') method = 'version'
      if (method === 'createDatabase') {
        out({ jsonrpc: '2.0', id: msg.id, result: { databaseName: url } })
        return
      }
      if (method === 'reset' && url.startsWith('file:')) {
        // the wasm reset leaves SQLite tables in place: the native engine empties the file
        const a = await factory.connect()
        const c = a.ok ? a.value : a
        await c.executeScript(
          'PRAGMA foreign_keys=OFF; PRAGMA writable_schema=1; DELETE FROM sqlite_master; PRAGMA writable_schema=0; VACUUM; PRAGMA foreign_keys=ON;',
        )
        await c.dispose()
        engine = undefined
        out({ jsonrpc: '2.0', id: msg.id, result: {} })
        return
      }
      const needsTable = params?.migrationsList && method !== 'applyMigrations' && url
      const call = () => engine[method](params)
      let result
      try {
        result = await call()
      } catch (e) {
        if (!needsTable || !String(e.message).includes('_prisma_migrations')) throw e
        await engine.applyMigrations({
          migrationsList: { ...params.migrationsList, migrationDirectories: [] },
          filters: params.filters,
        })
        result = await call()
      }
      if (method === 'diff' && result?.stdout != null) {
        out({
          jsonrpc: '2.0',
          id: 1e6 + msg.id,
          method: 'print',
          params: { content: result.stdout },
        })
      }
      out({ jsonrpc: '2.0', id: msg.id, result: result ?? {} })
    } catch (e) {
      let err = {}
      try {
        err = JSON.parse(e.message)
      } catch {}
      out({
        jsonrpc: '2.0',
        id: msg.id,
        error: {
          code: 4466,
          message: e.message,
          data: { is_panic: false, message: err.message ?? e.message, error_code: err.error_code },
        },
      })
    }
  }
}
