import { existsSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import { RULE_SETS } from '@/lib/shared/models/catalogue'

/** The key that the studio's own simulator expects. It opens nothing else. */
export const SIMULATOR_KEY = 'sk-simulator'

const DEFAULT_GATEWAY = 'https://api.aa.com.cn'
const MEBIBYTE = 1024 * 1024

const flag = (fallback: 'on' | 'off') =>
  z
    .enum(['on', 'off'])
    .default(fallback)
    .transform((value) => value === 'on')
const milliseconds = z.coerce.number().int().min(1)
const httpUrl = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''))

const schema = z.object({
  NODE_ENV: z.string().optional(),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: httpUrl.optional(),
  DATA_DIR: z.string().min(1).default('data'),
  DATABASE_URL: z.string().startsWith('file:').optional(),
  WORKER: flag('on'),
  AISPHERE_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'must be printable without spaces')
    .optional(),
  AISPHERE_BASE_URL: httpUrl.optional(),
  AISPHERE_QUERY_PATH: z.string().startsWith('/').includes('{task_id}').optional(),
  AISPHERE_HEADTAIL_KEYS: z
    .string()
    .transform((value) => value.split(',').map((key) => key.trim()))
    .pipe(z.tuple([z.string().min(1), z.string().min(1)]))
    .optional(),
  AISPHERE_EMPTY_IMAGE_FIELDS: z
    .enum(['on', 'off'])
    .transform((value) => value === 'on')
    .optional(),
  AISPHERE_CONTRACT: z.string().optional(),
  AISPHERE_IMAGE_TRANSPORT: z.enum(['url', 'data-uri']).default('url'),
  AISPHERE_CONCURRENCY: z.coerce.number().int().min(1).max(1000).default(5),
  AISPHERE_RULES: z.enum(RULE_SETS).default('strict'),
  POLL_FIRST_MS: milliseconds.optional(),
  POLL_EVERY_MS: milliseconds.optional(),
  SUBMIT_TIMEOUT_MS: milliseconds.default(60_000),
  LEASE_MS: milliseconds.default(90_000),
  SIMULATOR_SPEED: z.coerce.number().positive().default(1),
  SIMULATOR_PORT: z.coerce.number().int().min(0).max(65535).default(0),
  UPLOAD_MAX_MB: z.coerce.number().positive().default(50),
  DISK_RESERVE_MB: z.coerce.number().min(0).default(1024),
  STUDIO_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  /** Set by the supervisor for its worker; not for people. */
  STUDIO_SIMULATOR_URL: httpUrl.optional(),
  STUDIO_LOOPBACK_URL: httpUrl.optional(),
})

export class EnvError extends Error {
  override readonly name = 'EnvError'

  /** @param complaint what is wrong: names of variables, never their values */
  constructor(readonly complaint: string) {
    super(`Settings that cannot be used: ${complaint}`)
  }
}

/** Reads the settings once. An empty variable counts as absent. Throws EnvError naming every bad one, never its value. */
export function parseEnv(source: Record<string, string | undefined>) {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new EnvError(lines.join('; '))
  }
  const value = parsed.data
  if (value.SUBMIT_TIMEOUT_MS >= value.LEASE_MS) {
    throw new EnvError('SUBMIT_TIMEOUT_MS must be below LEASE_MS')
  }
  const dataDir = path.resolve(value.DATA_DIR)
  return {
    isProduction: value.NODE_ENV === 'production',
    port: value.PORT,
    host: value.HOST,
    publicUrl: value.PUBLIC_URL ?? null,
    dataDir,
    mediaDir: path.join(dataDir, 'media'),
    databaseUrl: value.DATABASE_URL ?? `file:${path.join(dataDir, 'studio.db')}`,
    worker: value.WORKER,
    gateway: {
      isSimulator: value.AISPHERE_API_KEY === undefined,
      /** Tasks remember it: one that was made with the simulator never reaches a gateway that charges. */
      name: value.AISPHERE_API_KEY
        ? new URL(value.AISPHERE_BASE_URL ?? DEFAULT_GATEWAY).origin
        : 'simulator',
      apiKey: value.AISPHERE_API_KEY ?? SIMULATOR_KEY,
      baseUrl: value.AISPHERE_API_KEY
        ? (value.AISPHERE_BASE_URL ?? DEFAULT_GATEWAY)
        : (value.STUDIO_SIMULATOR_URL ?? 'http://127.0.0.1:9'),
      queryPath: value.AISPHERE_QUERY_PATH ?? null,
      headtailKeys: value.AISPHERE_HEADTAIL_KEYS ?? null,
      sendsEmptyImageFields: value.AISPHERE_EMPTY_IMAGE_FIELDS ?? null,
      imageTransport: value.AISPHERE_IMAGE_TRANSPORT,
      concurrency: value.AISPHERE_CONCURRENCY,
      rules: value.AISPHERE_RULES,
    },
    /** A JSON file that replaces parts of what the studio assumes of the gateway (upstream/contract.ts). */
    contractFile: value.AISPHERE_CONTRACT ?? null,
    loopbackUrl: value.STUDIO_LOOPBACK_URL ?? null,
    pollFirstMs: value.POLL_FIRST_MS ?? null,
    pollEveryMs: value.POLL_EVERY_MS ?? null,
    submitTimeoutMs: value.SUBMIT_TIMEOUT_MS,
    leaseMs: value.LEASE_MS,
    simulator: { speed: value.SIMULATOR_SPEED, port: value.SIMULATOR_PORT },
    uploadMaxBytes: Math.round(value.UPLOAD_MAX_MB * MEBIBYTE),
    diskReserveBytes: Math.round(value.DISK_RESERVE_MB * MEBIBYTE),
    secret: value.STUDIO_SECRET ?? null,
    logLevel: value.LOG_LEVEL,
  }
}
export type Env = ReturnType<typeof parseEnv>

let cached: Env | undefined

/**
 * The settings of this process: environment first, then `.env` in the working folder. The only reader of process.env.
 * Throws EnvError.
 */
export function env(): Env {
  if (!cached) {
    loadEnvFile()
    cached = parseEnv(process.env)
  }
  return cached
}

function loadEnvFile(): void {
  if (!existsSync('.env')) return
  try {
    process.loadEnvFile('.env')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable'
    throw new EnvError(`the file .env: ${code}`)
  }
}

/** What was given to this process, also where `env()` throws: for whoever has to say what is wrong with it. */
export function givenSettings(): { key: string | null; strayNames: string[] } {
  const strayNames = Object.keys(process.env).filter(
    (name) => name.startsWith('AISPHERE_') && !(name in schema.shape),
  )
  return { key: process.env.AISPHERE_API_KEY || null, strayNames: strayNames.sort() }
}

/** Replaces the settings of this process; for tests. */
export function replaceSettings(source: Record<string, string | undefined>): Env {
  cached = parseEnv(source)
  return cached
}
