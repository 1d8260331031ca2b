import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseEnv } from '../env'
import { storage } from '../storage/storage'
import { plainPicture } from './attack-files'
import { assertPicturesReachable, gatewayAddress, picturesReachable } from './gateway-address'
import type { ImageRow } from './image-store'
import { fileOf } from './picture-file'
import { verifySignedPicture } from './signed-address'
import { takeInPicture } from './take-in-picture'
import { testStudio } from './test-studio'

const NOW = new Date('2026-01-01T00:00:00Z')
const SECRET = 's'.repeat(32)
const FOREIGN = { AISPHERE_API_KEY: 'sk-test', AISPHERE_BASE_URL: 'https://gateway.example' }
const LOCAL = { ...FOREIGN, AISPHERE_BASE_URL: 'http://127.0.0.1:4000' }
const PUBLIC = { PUBLIC_URL: 'https://studio.example/' }

describe('pictures are reachable', () => {
  it.each<[boolean, string, Record<string, string>]>([
    [true, 'for the simulator', {}],
    [true, 'for the simulator, whatever the public address', { PUBLIC_URL: 'http://10.0.0.1' }],
    [true, 'in a data URI', { ...FOREIGN, AISPHERE_IMAGE_TRANSPORT: 'data-uri' }],
    [true, 'at a public address', { ...FOREIGN, ...PUBLIC }],
    [true, 'at a public number', { ...FOREIGN, PUBLIC_URL: 'https://1.1.1.1:8443' }],
    [true, 'for a local gateway', LOCAL],
    [true, 'for a local gateway at a local address', { ...LOCAL, PUBLIC_URL: 'http://10.0.0.1' }],
    [false, 'without an address', FOREIGN],
    [false, 'by plain http', { ...FOREIGN, PUBLIC_URL: 'http://studio.example' }],
    [false, 'at localhost', { ...FOREIGN, PUBLIC_URL: 'https://localhost:3000' }],
    [false, 'at a loopback address', { ...FOREIGN, PUBLIC_URL: 'https://127.1' }],
    [false, 'at a private address', { ...FOREIGN, PUBLIC_URL: 'https://192.168.1.5' }],
    [false, 'at a private IPv6 address', { ...FOREIGN, PUBLIC_URL: 'https://[fd00::1]' }],
    [false, 'at a metadata address', { ...FOREIGN, PUBLIC_URL: 'https://169.254.169.254' }],
    [false, 'at a name of this house', { ...FOREIGN, PUBLIC_URL: 'https://studio.local' }],
  ])('%s: %s', (isReachable, _where, source) => {
    const settings = parseEnv(source)
    expect(picturesReachable(settings)).toBe(isReachable)
    const assert = () => assertPicturesReachable(settings)
    if (isReachable) expect(assert).not.toThrow()
    else expect(assert).toThrow(expect.objectContaining({ code: 'picture_unreachable' }))
  })
})

describe('the address that the gateway gets', () => {
  let studio: Awaited<ReturnType<typeof testStudio>>
  let image: ImageRow
  beforeEach(async () => {
    studio = await testStudio()
    image = await takeInPicture({ person: { id: 'me' }, bytes: await plainPicture() })
  })
  afterEach(() => studio.remove())

  const address = (source: Record<string, string>, loopbackUrl?: string) =>
    gatewayAddress({ image, now: NOW, settings: parseEnv(source), secret: SECRET, loopbackUrl })

  it.each<[string, Record<string, string>, string | undefined]>([
    ['http://127.0.0.1:3000', {}, undefined],
    ['http://127.0.0.1:3000', PUBLIC, undefined],
    ['http://127.0.0.1:41234', { PORT: '0' }, 'http://127.0.0.1:41234'],
    ['http://[::1]:4000', { HOST: '::1', PORT: '4000' }, undefined],
    ['http://127.0.0.1:3000', { HOST: '0.0.0.0' }, undefined],
    ['http://127.0.0.1:3000', { HOST: '::' }, undefined],
    ['http://127.0.0.1:3000', LOCAL, undefined],
    ['http://10.0.0.1', { ...LOCAL, PUBLIC_URL: 'http://10.0.0.1' }, undefined],
    ['https://studio.example', { ...FOREIGN, ...PUBLIC }, undefined],
    [
      'https://a.example/studio',
      { ...FOREIGN, PUBLIC_URL: 'https://a.example/studio/' },
      undefined,
    ],
  ])('begins with %s for %j', async (base, source, loopbackUrl) => {
    const given = await address(source, loopbackUrl)
    expect(given).toMatch(`${base}/media/input/${image.id}.jpg?expires=`)
    const path = new URL(given?.slice(base.length) ?? '', 'http://localhost')
    expect(verifySignedPicture(path, NOW, SECRET)).toEqual({ imageId: image.id })
  })

  it('lives for half an hour', async () => {
    const given = new URL((await address({})) ?? '')
    const after = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
    expect(verifySignedPicture(given, after(29.9), SECRET)).not.toBeNull()
    expect(verifySignedPicture(given, after(30), SECRET)).toBeNull()
  })

  it('is the stored file itself where that is set', async () => {
    const given = await address({ ...FOREIGN, AISPHERE_IMAGE_TRANSPORT: 'data-uri' })
    const bytes = Buffer.from(given?.split(',')[1] ?? '', 'base64')
    expect(given).toMatch('data:image/jpeg;base64,')
    expect(bytes.length).toBe(image.bytes)
  })

  it('is none when the file is gone', async () => {
    await storage().remove(fileOf(image))
    expect(await address({})).toBeNull()
    expect(await address({ ...FOREIGN, AISPHERE_IMAGE_TRANSPORT: 'data-uri' })).toBeNull()
  })

  it('is refused rather than one that the gateway cannot reach', async () => {
    await expect(address(FOREIGN)).rejects.toMatchObject({ code: 'picture_unreachable' })
  })
})
