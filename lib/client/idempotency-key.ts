const KEY_BYTES = 16

/** A new key for one paid request. `crypto.randomUUID` is missing on plain http, this is not. */
export function createIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(KEY_BYTES))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
