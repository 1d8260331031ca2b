import { createHmac, timingSafeEqual } from 'node:crypto'
import type { PictureExtension } from '../storage/media-key'

const PATH = /^\/media\/input\/([0-9a-z-]{1,64})\.(?:jpg|png|webp)$/

/** A path that lets whoever holds it read one picture until `expiresAt`: for the gateway, which has no session here. */
export function signPicture(o: {
  imageId: string
  extension: PictureExtension
  expiresAt: Date
  secret: string
}): string {
  const path = `/media/input/${o.imageId}.${o.extension}`
  const expires = String(Math.floor(o.expiresAt.getTime() / 1000))
  return `${path}?expires=${expires}&signature=${sign(path, expires, o.secret)}`
}

/** The picture that an address opens at this moment; null for one that is expired, altered or no such address. */
export function verifySignedPicture(
  url: URL,
  now: Date,
  secret: string,
): { imageId: string } | null {
  const imageId = PATH.exec(url.pathname)?.[1]
  const [expires, ...moreExpires] = url.searchParams.getAll('expires')
  const [signature, ...moreSignatures] = url.searchParams.getAll('signature')
  if (!imageId || expires === undefined || signature === undefined) return null
  if (moreExpires.length > 0 || moreSignatures.length > 0) return null
  if (!isSame(signature, sign(url.pathname, expires, secret))) return null
  return Number(expires) * 1000 > now.getTime() ? { imageId } : null
}

/** The words before it keep this signature from being good for anything else that the secret signs. */
function sign(path: string, expires: string, secret: string): string {
  return createHmac('sha256', secret)
    .update(`input picture\n${path}\n${expires}`)
    .digest('base64url')
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
