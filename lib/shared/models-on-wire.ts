import * as z from 'zod/mini'
import { FIELD_CODES } from './errors'
import { FIELDS, MODE_FIELDS, MODES, RULE_SETS } from './models/catalogue'

/** What `GET /api/models` answers: all that a program needs to make a body that is not refused. */
const value = z.union([z.string(), z.number(), z.boolean()])
const mode = z.enum(MODES)
const field = z.enum(FIELDS)

const modelFieldSchema = z.object({
  name: field,
  /** In which the model takes the field. */
  modes: z.array(mode),
  kind: z.enum(['choice', 'switch', 'integer', 'text']),
  /** Of a choice: all that the model takes. */
  values: z.optional(z.array(value)),
  /** What a left-out field comes to, where that is known. */
  default: z.optional(value),
  /** Of an integer, where there is a limit. */
  min: z.optional(z.number()),
  max: z.optional(z.number()),
  /** Of a text: code points. */
  maxCharacters: z.optional(z.number()),
})
export type ModelField = z.infer<typeof modelFieldSchema>

/** While `when` has one of its values (any, where it names none), `needs` must have one of its own, or be absent where it may. */
const exclusionSchema = z.object({
  code: z.enum(FIELD_CODES),
  /** In the language of the request. */
  message: z.string(),
  /** The field whose path is told. */
  field,
  when: z.object({ field, values: z.optional(z.array(value)) }),
  needs: z.object({ field, values: z.array(value), mayBeAbsent: z.boolean() }),
})
export type ExclusionOnWire = z.infer<typeof exclusionSchema>

const modelSchema = z.object({
  id: z.string(),
  label: z.string(),
  modes: z.array(mode),
  fields: z.array(modelFieldSchema),
  exclusions: z.array(exclusionSchema),
})

export const modelsOnWireSchema = z.object({
  rules: z.enum(RULE_SETS),
  defaultModel: z.string(),
  /** Sent where a body leaves them out. */
  defaults: z.object({ duration: z.number(), resolution: z.string() }),
  /** The field of a body that gives a mode's pictures; exactly one of them is there. */
  modes: z.array(z.object({ name: mode, field: z.enum(Object.values(MODE_FIELDS)) })),
  models: z.array(modelSchema),
  limits: z.object({
    prompt: z.object({ maxCharacters: z.number(), warnBytes: z.number() }),
    /** Null where the rules set no limit. */
    references: z.object({
      max: z.nullable(z.number()),
      types: z.array(z.string()),
      namePattern: z.nullable(z.string()),
    }),
    /** Pixels a side, and long over short side. */
    pictures: z.object({ minSide: z.number(), maxSide: z.number(), maxRatio: z.number() }),
  }),
  /** Credits by resolution and seconds, and what else an estimate is made of. */
  prices: z.looseObject({ credits: z.record(z.string(), z.record(z.string(), z.number())) }),
})
export type ModelsOnWire = z.infer<typeof modelsOnWireSchema>
