import path from 'node:path'
import { defineConfig } from 'prisma/config'

// Packages are installed without their install scripts, so Prisma's native schema engine is never downloaded.
// `generate` only insists on finding one; `migrate` talks to the WebAssembly build through this stand-in.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.resolve('prisma/schema-engine.mjs')

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  // What the studio derives to find clips by (lib/server/finding/store/schema.ts): made at its start, none of Prisma's business.
  experimental: { externalTables: true },
  tables: {
    external: [
      ...['FindState', 'FindRow', 'FindChange', 'FindText'],
      ...['config', 'data', 'docsize', 'idx'].map((part) => `FindText_${part}`),
    ],
  },
  datasource: { url: process.env.DATABASE_URL ?? 'file:./data/studio.db' },
})
