import type { ImageOnWire } from '@/lib/shared/wire'

/** How many are remembered; more would be another visit. */
const REMEMBERED = 50

/** What this tab has brought in, by the bytes that were chosen. */
const recent = new Map<string, ImageOnWire>()

/** Names a file by its content; null over plain http, where browsers do not hash, and where it cannot be read. */
export async function fingerprint(file: Blob): Promise<string | null> {
  const subtle = globalThis.crypto?.subtle
  if (!subtle) return null
  try {
    const digest = await subtle.digest('SHA-256', await file.arrayBuffer())
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  } catch {
    return null
  }
}

export function recallUpload(print: string | null): ImageOnWire | undefined {
  return print === null ? undefined : recent.get(print)
}

export function rememberUpload(print: string | null, image: ImageOnWire): void {
  if (print === null) return
  recent.set(print, image)
  const [oldest] = recent.keys()
  if (recent.size > REMEMBERED && oldest !== undefined) recent.delete(oldest)
}

/** For tests, in which another studio answers. */
export function forgetUploads(): void {
  recent.clear()
}
