import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { TASK_ERROR_CODES } from '@/lib/shared/errors'
import { env, type Env } from '../env'

/**
 * All that the gateway's page does not say: what the studio assumes, each with a default that a setting can change.
 * Where a variable of its own exists (AISPHERE_QUERY_PATH, AISPHERE_HEADTAIL_KEYS, …) it wins; AISPHERE_CONTRACT may name a
 * JSON file that replaces any part of the rest. Marks as in the gateway's reading: [U] the maker's, [S] a sibling
 * gateway's, [I] inferred, [?] unknown.
 */
const code = z.union([z.string(), z.number()])
const words = (list: readonly string[]) => z.array(z.string().toLowerCase()).default([...list])
const codes = (list: readonly (string | number)[]) => z.array(code).default([...list])

const FAILURES: Record<string, (typeof TASK_ERROR_CODES)[number]> = {
  500054: 'moderation_picture',
  500063: 'moderation_text',
  400017: 'bad_parameter',
  400013: 'bad_parameter',
  400011: 'bad_parameter',
  400018: 'prompt_too_long',
  400019: 'negative_prompt_too_long',
  500030: 'picture_refused',
  500031: 'picture_refused',
  500032: 'picture_refused',
  500033: 'picture_refused',
  500041: 'picture_refused',
  500042: 'picture_refused',
}

const schema = z.strictObject({
  /** Where a task is asked for, best first; the first that answers with an envelope is remembered [S], [I], [I]. */
  queryPaths: z
    .array(z.string().startsWith('/').includes('{task_id}'))
    .min(1)
    .default([
      '/api/v1/video/task/{task_id}',
      '/api/v1/video/generation/{task_id}',
      '/api/v1/video/generation?task_id={task_id}',
    ]),
  /** Dotted paths of the two addresses inside `headtailImages` [I]. */
  headtailKeys: z.tuple([z.string(), z.string()]).default(['headImageUrl', 'tailImageUrl']),
  /** Whether the image fields of the other modes are sent empty instead of left out [S]. */
  sendsEmptyImageFields: z.boolean().default(false),
  /** Status words, compared without regard to case [I]. An unknown word means still running. */
  runningWords: words([
    'pending',
    'queued',
    'submitted',
    'waiting',
    'processing',
    'running',
    'in_progress',
    'generating',
  ]),
  succeededWords: words(['succeeded', 'success', 'succeed', 'completed', 'done']),
  failedWords: words([
    'failed',
    'failure',
    'fail',
    'error',
    'rejected',
    'canceled',
    'cancelled',
    'expired',
    'timeout',
  ]),
  /** Refusals for concurrency or load: nothing was charged [U]. */
  loadCodes: codes([500044, 500069]),
  noBalanceCodes: codes([500090, 'insufficient_credit']),
  /** What a refusal's code means for the task [U]; any other code is `refused`. */
  failureCodes: z.record(z.string(), z.enum(TASK_ERROR_CODES)).default(FAILURES),
  /** An envelope whose `code` is 400 to 599 is read as an HTTP answer of that status [I]. */
  codeMayBeStatus: z.boolean().default(true),
  /** Wait after a refusal for load, and after a 429 that names no time, in milliseconds [?]. */
  loadWaitMs: z.number().default(15_000),
  rateWaitMs: z.number().default(30_000),
  /** Wait of all questions after one that the key was refused to, in milliseconds: they are free, and one of them shows when it is taken again. */
  refusedKeyWaitMs: z.number().default(60_000),
  /** What could not be delivered or fetched is tried again after the first, then after twice as long each time, up to the longest. */
  backoff: z
    .object({ firstMs: z.number(), maxMs: z.number() })
    .default({ firstMs: 2_000, maxMs: 60_000 }),
  /** Longest wait that a `Retry-After` is believed, in milliseconds. */
  retryAfterMaxMs: z.number().default(15 * 60_000),
  /** When to ask, in milliseconds since it was sent: until `until` every `every` [U]. */
  schedule: z
    .object({
      firstMs: z.number(),
      steps: z.array(z.object({ untilMs: z.number(), everyMs: z.number() })),
    })
    .default({
      firstMs: 8_000,
      steps: [
        { untilMs: 3 * 60_000, everyMs: 6_000 },
        { untilMs: 30 * 60_000, everyMs: 12_000 },
        { untilMs: 24 * 3_600_000, everyMs: 5 * 60_000 },
      ],
    }),
  /** How long nine of ten clips take from the submit, until this studio has made some itself [U]. */
  life: z
    .object({ fromMs: z.number(), untilMs: z.number() })
    .default({ fromMs: 60_000, untilMs: 5 * 60_000 }),
  /** A task that was sent longer ago takes none of the account's places any more, whatever the gateway says of it [I]. */
  placeMs: z.number().default(3_600_000),
  /** Questions that one worker asks within a second at most [?]: with thousands of tasks each of them waits longer. */
  questionsPerSecond: z.number().positive().default(50),
  /** Bytes of an answer that are read at most, and of a clip. */
  answerMaxBytes: z.number().default(256 * 1024),
  clipMaxBytes: z.number().default(2 * 1024 * 1024 * 1024),
  /** Deadlines in milliseconds for a question, and for a clip from first to last byte. */
  queryTimeoutMs: z.number().default(15_000),
  clipTimeoutMs: z.number().default(10 * 60_000),
})
export type Contract = z.infer<typeof schema>

/** The contract as data, with `overrides` on top; throws ZodError where they do not fit. */
export function parseContract(overrides: unknown = {}): Contract {
  return schema.parse(overrides)
}

let cached: { contract: Contract; madeFrom: Env } | undefined

/** The contract of this process, with its settings applied. */
export function contract(): Contract {
  const settings = env()
  if (cached?.madeFrom !== settings) cached = { contract: contractOf(settings), madeFrom: settings }
  return cached.contract
}

/** The contract under these settings; throws where the file that they name cannot be read or does not fit. */
export function contractOf({
  gateway,
  contractFile,
}: Pick<Env, 'gateway' | 'contractFile'>): Contract {
  const base = parseContract(contractFile ? JSON.parse(readFileSync(contractFile, 'utf8')) : {})
  return {
    ...base,
    queryPaths: gateway.queryPath ? [gateway.queryPath] : base.queryPaths,
    headtailKeys: gateway.headtailKeys ?? base.headtailKeys,
    sendsEmptyImageFields: gateway.sendsEmptyImageFields ?? base.sendsEmptyImageFields,
  }
}
