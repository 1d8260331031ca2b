/** HTTP status of every error a request can end in. A new code without a status does not compile. */
export const ERROR_STATUS = {
  malformed_json: 400,
  bad_request: 400,
  idempotency_key_missing: 400,
  foreign_origin: 403,
  not_found: 404,
  method_not_allowed: 405,
  request_timeout: 408,
  conflict: 409,
  key_in_environment: 409,
  too_many_templates: 409,
  body_too_large: 413,
  unsupported_media_type: 415,
  range_not_satisfiable: 416,
  not_local: 421,
  invalid: 422,
  idempotency_mismatch: 422,
  key_refused: 422,
  picture_missing: 422,
  picture_not_a_picture: 422,
  picture_svg: 422,
  picture_heic: 422,
  picture_avif: 422,
  picture_gif: 422,
  picture_animated: 422,
  picture_truncated: 422,
  picture_too_small: 422,
  picture_too_long: 422,
  picture_too_many_pixels: 422,
  picture_too_heavy: 413,
  picture_unreachable: 422,
  address_refused: 422,
  address_failed: 422,
  upload_broken: 400,
  internal: 500,
  busy: 503,
  stopping: 503,
  index_building: 503,
  disk_full: 507,
} as const

export type ErrorCode = keyof typeof ERROR_STATUS

/** What can be wrong with one field; each has a sentence under `fields` in the message files. */
export const FIELD_CODES = [
  'required',
  'wrong_type',
  'unknown_field',
  'unknown_model',
  'unknown_picture',
  'unknown_task',
  'too_long',
  'bad_character',
  'too_many',
  'out_of_range',
  'not_whole',
  'value_not_offered',
  'field_not_in_model',
  'field_not_in_mode',
  'mode_not_in_model',
  'one_mode_only',
  'fast_needs_five_seconds',
  'fast_not_full_hd',
  'fast_not_with_camera',
  'full_hd_seconds',
  'sound_text_needs_switch',
  'ref_name_form',
  'ref_name_taken',
  'ref_name_prefix',
  'ref_name_unused',
  'task_id_taken',
  'name_taken',
  'key_form',
  'price_form',
] as const
export type FieldCode = (typeof FIELD_CODES)[number]

export type MessageValues = Record<string, string | number>
/** A field's trouble before it is put into words. `path` is dotted: `characterImages.0.refName`. */
export type FieldProblem = { path: string; code: FieldCode; values?: MessageValues }

/** Why a task ended in `failed`, waits in `unconfirmed`, or is being tried again; each has a sentence under `taskErrors`. */
export const TASK_ERROR_CODES = [
  'refused',
  'bad_parameter',
  'prompt_too_long',
  'negative_prompt_too_long',
  'moderation_picture',
  'moderation_text',
  'moderation',
  'picture_refused',
  'generation_failed',
  'result_lost',
  'input_lost',
  'input_unreachable',
  'dismissed',
  'answer_unclear',
  'answer_missing',
  'task_id_missing',
  'task_id_taken',
  'studio_stopped',
  'studio_restored',
  // Not an end: said of a task that waits and is tried again by itself.
  'gateway_unreachable',
  'gateway_busy',
  'clip_unreachable',
  'no_room',
  'other_gateway',
] as const
export type TaskErrorCode = (typeof TASK_ERROR_CODES)[number]

/** Why the whole queue waits; each has a sentence under `pauses`. */
export const PAUSE_REASONS = [
  'key_refused',
  'key_unreadable',
  'no_balance',
  'wrong_address',
  'too_many_unclear',
  'restored',
  'database_damaged',
] as const
export type PauseReason = (typeof PAUSE_REASONS)[number]

type AppErrorOptions = {
  cause?: unknown
  fields?: FieldProblem[]
  values?: MessageValues
  retryAfterSeconds?: number
}

/** The one error that a request may end in. `message` is for the log; users see the sentence of `code`. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly fields: FieldProblem[]
  readonly values: MessageValues
  readonly retryAfterSeconds: number | undefined
  override readonly name = 'AppError'

  constructor(code: ErrorCode, message: string = code, options: AppErrorOptions = {}) {
    super(message, { cause: options.cause })
    this.code = code
    this.fields = options.fields ?? []
    this.values = options.values ?? {}
    this.retryAfterSeconds = options.retryAfterSeconds
  }

  get status(): number {
    return ERROR_STATUS[this.code]
  }
}
