import * as z from 'zod'

const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/
const HEADER_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/

const answerFields = {
  status: z.int().min(200).max(599),
  headers: z.record(z.string().regex(HEADER_NAME), z.string().regex(HEADER_VALUE)).optional(),
  /** At most one of the three is the body; none is an empty body. */
  json: z.unknown().optional(),
  text: z.string().optional(),
  base64: z.base64().optional(),
  contentType: z.string().regex(HEADER_VALUE).optional(),
  /** So many spaces follow the body, which a JSON reader skips: 100 MB of it need no memory here. */
  padBytes: z.int().min(0).optional(),
  /** Without Content-Length: the end of the body is the end of what is sent in pieces. */
  undeclared: z.boolean().optional(),
}
export type AnswerFields = z.infer<z.ZodObject<typeof answerFields>>

function hasOneBody(fields: AnswerFields): boolean {
  return [fields.json, fields.text, fields.base64].filter((one) => one !== undefined).length <= 1
}

const times = z.int().min(1)
const answer = z
  .strictObject({ kind: z.literal('answer'), ...answerFields })
  .refine(hasOneBody, 'takes at most one of json, text and base64')
const acceptThenAnswer = z
  .strictObject({ kind: z.literal('accept-then-answer'), ...answerFields })
  .refine(hasOneBody, 'takes at most one of json, text and base64')
/** Destroys the connection once the request was read. */
const cut = z.strictObject({ kind: z.literal('cut') })
const acceptThenCut = z.strictObject({ kind: z.literal('accept-then-cut') })
/** Never answers. */
const hang = z.strictObject({ kind: z.literal('hang') })
const acceptThenHang = z.strictObject({ kind: z.literal('accept-then-hang') })
/** The true answer, so slowly; with `head` its status line and headers too. */
const slow = z.strictObject({
  kind: z.literal('slow'),
  bytesPerSecond: z.number().positive(),
  head: z.boolean().default(false),
})
/** Declares the whole length, sends so many bytes of the body, drops the connection. */
const truncate = z.strictObject({ kind: z.literal('truncate'), bytes: z.int().min(0) })
/** The first so many bytes of the clip as if they were all of it. */
const short = z.strictObject({ kind: z.literal('short'), bytes: z.int().min(0) })
const fail = z.strictObject({
  kind: z.literal('fail'),
  message: z.string(),
  code: z.int().optional(),
})
/** Says this word for the task's state; a word for success only once the clip is there. */
const status = z.strictObject({ kind: z.literal('status'), word: z.string() })
/** Succeeded, without an address. */
const noLink = z.strictObject({ kind: z.literal('no-link') })
/** On a query: the link it gives answers 404 for ever. On a clip: this request does. */
const deadLink = z.strictObject({ kind: z.literal('dead-link') })
/** 404 the first so many times: on a query for the link it gives, on a clip for each task. */
const lateLink = z.strictObject({ kind: z.literal('late-link'), times })
/** The task is unknown. */
const forget = z.strictObject({ kind: z.literal('forget') })

const onSubmit = z.discriminatedUnion('kind', [
  answer,
  acceptThenAnswer,
  cut,
  acceptThenCut,
  hang,
  acceptThenHang,
  slow,
  truncate,
])
const onQuery = z.discriminatedUnion('kind', [
  answer,
  cut,
  hang,
  slow,
  truncate,
  fail,
  status,
  noLink,
  deadLink,
  lateLink,
  forget,
])
const onClip = z.discriminatedUnion('kind', [
  answer,
  cut,
  hang,
  slow,
  truncate,
  short,
  deadLink,
  lateLink,
])

export const ruleConditions = {
  /** Occurs in the prompt of the task; left out: every task, and requests that know none. */
  prompt: z.string().optional(),
  /** After so many times the rule is spent; left out: never. */
  times: times.optional(),
}

export const ruleSchema = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('submit'), ...ruleConditions, do: onSubmit }),
  z.strictObject({ on: z.literal('query'), ...ruleConditions, do: onQuery }),
  z.strictObject({ on: z.literal('clip'), ...ruleConditions, do: onClip }),
])

/** What a rule looks like to whoever sends it. */
export type ScenarioRule = z.input<typeof ruleSchema>
export type Rule = z.output<typeof ruleSchema>
export type SubmitBehaviour = z.output<typeof onSubmit>
export type QueryBehaviour = z.output<typeof onQuery>
export type ClipBehaviour = z.output<typeof onClip>
