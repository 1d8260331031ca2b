import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

// The form of what is stored: version, nonce and tag belong together. A second version would be opened beside the first.
const VERSION = 'v1'
const CIPHER = 'aes-256-gcm'
const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** `purpose` goes into the key and under the seal: what was sealed for one purpose does not open for another. */
type Seal = { secret: string; purpose: string }

/** Encrypts a text with the studio's secret: `v1.nonce.ciphertext-and-tag`. The same text looks different each time. */
export function seal(text: string, { secret, purpose }: Seal): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, deriveKey(secret, purpose), nonce)
  cipher.setAAD(Buffer.from(labelOf(purpose)))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return [VERSION, nonce.toString('base64url'), sealed.toString('base64url')].join('.')
}

/** The text under the seal; null when it was made with another secret, for another purpose, or was changed since. */
export function unseal(stored: string, { secret, purpose }: Seal): string | null {
  const [version, nonceText = '', sealedText = '', ...more] = stored.split('.')
  const nonce = Buffer.from(nonceText, 'base64url')
  const sealed = Buffer.from(sealedText, 'base64url')
  if (version !== VERSION || more.length > 0 || nonce.length !== NONCE_BYTES) return null
  if (sealed.length < TAG_BYTES) return null
  const decipher = createDecipheriv(CIPHER, deriveKey(secret, purpose), nonce, {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(Buffer.from(labelOf(purpose)))
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
  try {
    const text = [decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]
    return Buffer.concat(text).toString('utf8')
  } catch {
    return null // the tag does not fit
  }
}

/** The secret also signs addresses: each use has a key of its own (RFC 5869). */
function deriveKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', labelOf(purpose), KEY_BYTES))
}

function labelOf(purpose: string): string {
  return `aisphere-studio/sealed/${VERSION}/${purpose}`
}
