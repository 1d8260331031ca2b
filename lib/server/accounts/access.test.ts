import { describe, expect, it } from 'vitest'
import { decideAccess, isLoopback } from './access'

const own: Parameters<typeof decideAccess>[0] = {
  peerAddress: '127.0.0.1',
  host: 'localhost:3000',
  headers: { accept: '*/*', cookie: 'locale=zh' },
  hasAccounts: false,
}

describe('decideAccess', () => {
  it.each([
    ['127.0.0.1', 'localhost:3000'],
    ['127.9.9.9', 'localhost'],
    ['::1', '[::1]:3000'],
    ['::1', '[::1]'],
    ['::ffff:127.0.0.1', '127.0.0.1:3000'],
    ['::ffff:7f00:1', '127.0.0.1'],
  ])('is open to %s asking for %s', (peerAddress, host) => {
    expect(decideAccess({ ...own, peerAddress, host })).toBe('open')
  })

  it.each([
    '192.168.1.20',
    '10.0.0.1',
    '0.0.0.0',
    '128.0.0.1',
    '::',
    '::2',
    'fe80::1',
    '::ffff:192.168.1.20',
    'not an address',
    '',
    undefined,
  ])('is closed to the peer %s', (peerAddress) => {
    expect(decideAccess({ ...own, peerAddress })).toBe('closed')
  })

  it.each([
    'evil.example',
    'localhost.evil.example',
    'evil.example:3000',
    'localhost.',
    'localhost:',
    'localhost:3000:3000',
    'localhost:3000.evil.example',
    'user@localhost',
    ' localhost',
    'localhost,evil.example',
    'localhost\nevil.example',
    'localhost\n',
    '127.0.0.2',
    '127.1',
    '2130706433',
    '0.0.0.0:3000',
    '::1',
    '[::ffff:127.0.0.1]',
    '192.168.1.20:3000',
    '',
    undefined,
  ])('is closed to the Host %s', (host) => {
    expect(decideAccess({ ...own, host })).toBe('closed')
  })

  it.each([
    'forwarded',
    'x-forwarded-for',
    'x-forwarded-host',
    'x-forwarded-proto',
    'x-forwarded-anything',
    'cf-connecting-ip',
    'cf-ray',
  ])('is closed to a request that was passed on with %s', (name) => {
    expect(decideAccess({ ...own, headers: { ...own.headers, [name]: '' } })).toBe('closed')
  })

  it('does not take a similar name for a sign of passing on', () => {
    const headers = { 'x-requested-with': 'a', 'cfg-version': 'b', 'x-forward': 'c' }
    expect(decideAccess({ ...own, headers })).toBe('open')
  })
})

describe('isLoopback', () => {
  it.each(['localhost', '127.0.0.1', '127.0.0.53', '::1', '[::1]'])('takes %s', (host) => {
    expect(isLoopback(host)).toBe(true)
  })
  it.each(['0.0.0.0', '::', '[::]', '192.168.0.2', 'studio.example', ''])('not %s', (host) => {
    expect(isLoopback(host)).toBe(false)
  })
})
