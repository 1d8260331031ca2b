import type { ErrorCode } from '@/lib/shared/errors'

/** What the browser itself may say of a picture; the sentences stand under `errors`, as the server's. */
export const REFUSALS = [
  'picture_heic',
  'picture_avif',
  'picture_truncated',
  'picture_too_small',
  'picture_too_long',
  'picture_too_heavy',
] as const satisfies ErrorCode[]
export type RefusalCode = (typeof REFUSALS)[number]

/** A picture that is not sent, for a reason that the server would give as well. */
export class PictureRefusal extends Error {
  readonly code: RefusalCode
  readonly values: Record<string, number>
  override readonly name = 'PictureRefusal'

  constructor(code: RefusalCode, values: Record<string, number> = {}) {
    super(code)
    this.code = code
    this.values = values
  }
}
