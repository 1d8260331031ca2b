import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { chmod, readFile } from 'node:fs/promises'
import path from 'node:path'
import { writeSynced } from './synced-file'

export interface ClipLink {
  taskId: string
  /** Tells this link from the others of the same task. */
  mark: string
  /** Milliseconds since the epoch. */
  expires: number
}

/** The address of a clip under the simulator's own origin. */
export function linkAddress(origin: string, link: ClipLink, secret: string): string {
  const url = new URL(`/clips/${link.taskId}/${link.mark}.mp4`, origin)
  url.searchParams.set('expires', String(link.expires))
  url.searchParams.set('signature', sign(link, secret))
  return url.href
}

/** The link behind an address, or null when it was not signed here or has expired. */
export function readLink(url: URL, options: { secret: string; now: number }): ClipLink | null {
  const [, taskId, mark] = /^\/clips\/([\w-]+)\/([\w-]+)\.mp4$/.exec(url.pathname) ?? []
  const expires = Number(url.searchParams.get('expires'))
  if (!taskId || !mark || !Number.isSafeInteger(expires)) return null
  const link = { taskId, mark, expires }
  const signature = url.searchParams.get('signature') ?? ''
  if (!isSame(signature, sign(link, options.secret))) return null
  return options.now < expires ? link : null
}

/** Made once in a data folder, so that links outlive a restart. */
export async function linkSecret(folder: string): Promise<string> {
  const file = path.join(folder, 'link-secret')
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
  const secret = randomBytes(32).toString('hex')
  await writeSynced(file, secret)
  await chmod(file, 0o600)
  return secret
}

function sign(link: ClipLink, secret: string): string {
  const text = `${link.taskId}\n${link.mark}\n${link.expires}`
  return createHmac('sha256', secret).update(text).digest('base64url')
}

function isSame(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)]
  return one.length === other.length && timingSafeEqual(one, other)
}
