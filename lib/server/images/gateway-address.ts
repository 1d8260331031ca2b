import { buffer } from 'node:stream/consumers'
import { AppError } from '@/lib/shared/errors'
import { env, type Env } from '../env'
import { storage } from '../storage/storage'
import { isLocalGateway, isPublicHost } from '../upstream/local-gateway'
import type { ImageRow } from './image-store'
import { extensionOf, fileOf } from './picture-file'
import { studioSecret } from '../secret'
import { signPicture } from './signed-address'

/** Long enough for a gateway that queues before it fetches; short enough that a leaked log is soon worth nothing. */
export const PICTURE_LINK_LIFE_MS = 30 * 60_000

type Settings = Pick<Env, 'gateway' | 'publicUrl' | 'port' | 'host'>

/**
 * What the gateway gets as `imageUrl`; null when the stored file is gone.
 * @param loopbackUrl where this studio listens on this machine, when PORT alone does not say so
 */
export async function gatewayAddress({
  image,
  now,
  settings = env(),
  loopbackUrl = loopbackUrlOf(settings),
  secret,
}: {
  image: Pick<ImageRow, 'id' | 'sha256' | 'contentType'>
  now: Date
  settings?: Settings
  loopbackUrl?: string
  secret?: string
}): Promise<string | null> {
  const { gateway, publicUrl } = settings
  if (gateway.imageTransport === 'data-uri') return dataUri(image)
  if (!(await storage().stat(fileOf(image)))) return null
  assertPicturesReachable(settings)
  const base = gateway.isSimulator ? loopbackUrl : (publicUrl ?? loopbackUrl)
  const path = signPicture({
    imageId: image.id,
    extension: extensionOf(image),
    expiresAt: new Date(now.getTime() + PICTURE_LINK_LIFE_MS),
    secret: secret ?? studioSecret(),
  })
  return base + path
}

/** Whether the gateway can fetch a picture from here, as far as the settings tell. */
export function picturesReachable({ gateway, publicUrl }: Settings = env()): boolean {
  if (gateway.imageTransport === 'data-uri' || gateway.isSimulator) return true
  if (isLocalGateway(gateway.baseUrl)) return true
  if (publicUrl === null) return false
  const { protocol, hostname } = new URL(publicUrl)
  return protocol === 'https:' && isPublicHost(hostname)
}

/** Throws AppError picture_unreachable: to be asked before a row exists, and before anything is paid. */
export function assertPicturesReachable(settings: Settings = env()): void {
  if (!picturesReachable(settings)) throw new AppError('picture_unreachable')
}

async function dataUri(image: Pick<ImageRow, 'sha256' | 'contentType'>): Promise<string | null> {
  const file = await storage().open(fileOf(image))
  if (!file) return null
  const bytes = await buffer(file.stream())
  return `data:${image.contentType};base64,${bytes.toString('base64')}`
}

/** A studio that listens on all addresses is reached over loopback, any other where it listens. */
function loopbackUrlOf({ host, port }: Settings): string {
  const isEverywhere = host === '0.0.0.0' || host === '::'
  const name = isEverywhere ? '127.0.0.1' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}
