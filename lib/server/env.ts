import { existsSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import { RULE_SETS } from '@/lib/shared/models/catalogue'

/** The key that the studio's own simulator expects. It opens nothing else. */
export const SIMULATOR_KEY = 'sk-simulator'

/** The key that was typed into the studio, as this process could read it (settings/load-key.ts). `version` is never twice the same. */
export type StoredKey =
  | { state: 'none' | 'unreadable'; version: string }
  | { state: 'readable'; version: string; key: string }
/** Where the key comes from. `unreadable`: one is stored that the studio's secret does not open, so nothing can be sent. */
export type KeySource = 'environment' | 'stored' | 'unreadable' | 'none'

export const NO_STORED_KEY: StoredKey = { state: 'none', version: '' }

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
  ALLOW_NETWORK_DISK: flag('off'),
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
  /** Which of the possible studios `npm run seed` makes. */
  SEED: z.coerce
    .number()
    .int()
    .min(0)
    .max(2 ** 31)
    .default(1),
  STUDIO_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  FFMPEG_PATH: z.string().min(1).optional(),
  PATH: z.string().optional(),
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

type Source = Record<string, string | undefined>

/**
 * Reads the settings. An empty variable counts as absent; a key in the environment wins over a stored one.
 * Throws EnvError naming every bad variable, never its value.
 */
export function parseEnv(source: Source, storedKey: StoredKey = NO_STORED_KEY) {
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
    /** SQLite may lie on a disk of another machine, whose locks may not hold. */
    allowsNetworkDisk: value.ALLOW_NETWORK_DISK,
    worker: value.WORKER,
    gateway: {
      ...gatewayAccess(value, storedKey),
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
    seed: value.SEED,
    secret: value.STUDIO_SECRET ?? null,
    /** The program that takes stills of clips; where it is looked for when it is a name alone. */
    ffmpeg: { command: value.FFMPEG_PATH ?? 'ffmpeg', searchPath: value.PATH ?? '' },
    logLevel: value.LOG_LEVEL,
  }
}
export type Env = ReturnType<typeof parseEnv>

/** Which gateway is talked to, and with which key. */
function gatewayAccess(value: z.infer<typeof schema>, storedKey: StoredKey) {
  const { AISPHERE_API_KEY: ownKey, AISPHERE_BASE_URL: chargingUrl = DEFAULT_GATEWAY } = value
  const storedSource = storedKey.state === 'readable' ? 'stored' : storedKey.state
  const keySource: KeySource = ownKey === undefined ? storedSource : 'environment'
  const isSimulator = keySource === 'none'
  const key = ownKey ?? (storedKey.state === 'readable' ? storedKey.key : '')
  return {
    keySource,
    /** Which stored key this is, so that nothing is done with one that was replaced since; null with one from the environment. */
    keyVersion: ownKey === undefined ? storedKey.version : null,
    isSimulator,
    /** Tasks remember it: one that was made with the simulator never reaches a gateway that charges. */
    name: isSimulator ? 'simulator' : new URL(chargingUrl).origin,
    /** Empty while the stored one is unreadable. */
    apiKey: isSimulator ? SIMULATOR_KEY : key,
    baseUrl: isSimulator ? (value.STUDIO_SIMULATOR_URL ?? 'http://127.0.0.1:9') : chargingUrl,
    /** The gateway that a key is for, also while there is none. */
    chargingUrl,
  }
}

// The front door and Next's bundles hold separate copies of this module; all of them must know of a new key at once.
const STORED_KEY = Symbol.for('aisphere-studio.stored-key')
const shared: typeof globalThis & { [STORED_KEY]?: StoredKey } = globalThis

/** From now on `env()` answers with this key in this process, unless the environment has one. */
export function setStoredKey(storedKey: StoredKey): void {
  if (JSON.stringify(storedKey) !== JSON.stringify(shared[STORED_KEY]))
    shared[STORED_KEY] = storedKey
}

let given: Source | undefined
let cached: { settings: Env; storedKey: StoredKey } | undefined

/**
 * The settings of this process: environment first, then `.env` in the working folder. The only reader of process.env.
 * The same object until another key is stored. Throws EnvError.
 */
export function env(): Env {
  const storedKey = shared[STORED_KEY] ?? NO_STORED_KEY
  if (cached?.storedKey !== storedKey) {
    cached = { settings: parseEnv((given ??= readSource()), storedKey), storedKey }
  }
  return cached.settings
}

function readSource(): Source {
  loadEnvFile()
  return process.env
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
export function replaceSettings(source: Source): Env {
  given = source
  cached = undefined
  return env()
}
