import { describe, expect, it } from 'vitest'
import { seal, unseal } from './seal'

const OWN = { secret: 's'.repeat(43), purpose: 'gateway-key' }
const KEY = 'sk-sealed-0123456789'

describe('a seal', () => {
  it('opens with the secret and the purpose that it was made with', () => {
    expect(unseal(seal(KEY, OWN), OWN)).toBe(KEY)
    expect(unseal(seal('', OWN), OWN)).toBe('')
    expect(unseal(seal('密钥 🔑', OWN), OWN)).toBe('密钥 🔑')
  })

  it('opens what an earlier version of the studio stored', () => {
    const stored = 'v1.8Wr3LUMmDo_fRuwp.OPYekATsn1f7mKRkLfkXRFuNsRf5bu_TWxA5x7J-gWxKB4vIOgWwkg'
    expect(unseal(stored, OWN)).toBe('sk-of-an-earlier-version')
  })

  it('shows nothing of what is under it, and is never the same twice', () => {
    const seals = Array.from({ length: 50 }, () => seal(KEY, OWN))
    expect(new Set(seals).size).toBe(50)
    for (const sealed of seals) {
      const [, , body = ''] = sealed.split('.')
      expect(sealed).toMatch(/^v1\.[\w-]{16}\.[\w-]+$/)
      expect(sealed.includes(KEY)).toBe(false)
      expect(Buffer.from(body, 'base64url').includes(KEY)).toBe(false)
    }
  })

  it('does not open with another secret or for another purpose', () => {
    const sealed = seal(KEY, OWN)
    expect(unseal(sealed, { ...OWN, secret: 't'.repeat(43) })).toBeNull()
    expect(unseal(sealed, { ...OWN, purpose: 'webhook' })).toBeNull()
  })

  it('does not open when a single bit was changed anywhere', () => {
    const [version = '', ...parts] = seal(KEY, OWN).split('.')
    for (const [at, part] of parts.entries()) {
      const bytes = Buffer.from(part, 'base64url')
      for (let bit = 0; bit < bytes.length * 8; bit += 1) {
        const changed = Buffer.from(bytes)
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        const other = parts.with(at, changed.toString('base64url'))
        expect(unseal([version, ...other].join('.'), OWN), `${at}:${bit}`).toBeNull()
      }
    }
  })

  it.each([
    '',
    'v1',
    'v1..',
    'v1.AAAA.AAAA',
    'v1.!.!',
    'v2.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAA',
  ])('is not taken for one: %j', (stored) => expect(unseal(stored, OWN)).toBeNull())

  it('does not open cut short, or with something behind it', () => {
    const sealed = seal(KEY, OWN)
    for (let length = 0; length < sealed.length; length += 1) {
      expect(unseal(sealed.slice(0, length), OWN)).toBeNull()
    }
    expect(unseal(`${sealed}.AAAA`, OWN)).toBeNull()
    expect(unseal(sealed.replace('v1', 'v2'), OWN)).toBeNull()
  })
})
