import { AppError } from '@/lib/shared/errors'

const MEBIBYTE = 1024 * 1024

/** The refusal of a file that is larger than `maxBytes`, with the figure in MB. */
export function tooHeavy(maxBytes: number, cause?: unknown): AppError {
  const max = Math.round((maxBytes / MEBIBYTE) * 10) / 10
  return new AppError('picture_too_heavy', `more than ${maxBytes} bytes`, {
    cause,
    values: { max },
  })
}
