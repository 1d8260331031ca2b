import { describe, expect, it } from 'vitest'
import { signPicture, verifySignedPicture } from './signed-address'

const NOW = new Date('2026-01-01T00:00:00Z')
const SECRET = 's'.repeat(32)
const sign = (overrides: Partial<Parameters<typeof signPicture>[0]> = {}) =>
  signPicture({
    imageId: '01a20462-d97e-7470-960d-fca2e09bb6db',
    extension: 'jpg',
    expiresAt: new Date(NOW.getTime() + 60_000),
    secret: SECRET,
    ...overrides,
  })
const verify = (address: string, now = NOW) =>
  verifySignedPicture(new URL(address, 'http://localhost'), now, SECRET)

describe('a signed address', () => {
  it('opens its picture until it expires', () => {
    const opened = { imageId: '01a20462-d97e-7470-960d-fca2e09bb6db' }
    expect(sign()).toMatch(/^\/media\/input\/[0-9a-f-]+\.jpg\?expires=\d+&signature=[\w-]{43}$/)
    expect(verify(sign())).toEqual(opened)
    expect(verify(sign(), new Date(NOW.getTime() + 59_999))).toEqual(opened)
    expect(verify(sign(), new Date(NOW.getTime() + 60_000))).toBeNull()
  })

  it.each<[string, (address: string) => string]>([
    ['another picture', (address) => address.replace('01a2', '01a3')],
    ['another type', (address) => address.replace('.jpg', '.png')],
    ['no picture type', (address) => address.replace('.jpg', '.svg')],
    ['a later end', (address) => address.replace('expires=1', 'expires=2')],
    ['an end in another spelling', (address) => address.replace('expires=', 'expires=0')],
    ['an end that is none', (address) => address.replace(/expires=\d+/, 'expires=Infinity')],
    ['no end', (address) => address.replace(/expires=\d+&/, '')],
    ['two ends', (address) => `${address}&expires=9999999999`],
    ['no signature', (address) => address.replace(/&signature=.*/, '')],
    ['an empty signature', (address) => address.replace(/signature=.*/, 'signature=')],
    ['a shorter signature', (address) => address.slice(0, -1)],
    ['a longer signature', (address) => `${address}A`],
    ['two signatures', (address) => `${address}&signature=x`],
    ['a signature of other letters', (address) => address.replace(/signature=./, 'signature=é')],
    ['another place', (address) => address.replace('/media/input/', '/media/')],
    ['a deeper place', (address) => `/x${address}`],
    ['a way round', (address) => address.replace('/input/', '/input/%2e%2e/')],
  ])('does not open %s', (_what, alter) => {
    const altered = alter(sign())
    expect(altered).not.toBe(sign())
    expect(verify(altered)).toBeNull()
  })

  it('does not open what another secret signed', () => {
    expect(verify(sign({ secret: 't'.repeat(32) }))).toBeNull()
  })
})
