import { describe, expect, it } from 'vitest'
import { isForeignChange } from './origin'

const own: Parameters<typeof isForeignChange>[0] = {
  method: 'POST',
  origin: 'http://localhost:3000',
  host: 'localhost:3000',
  secFetchSite: 'same-origin',
}

describe('isForeignChange', () => {
  it.each([
    ['its own page', own],
    ['its own page over https', { ...own, origin: 'https://localhost:3000' }],
    ['a script that says Origin', { ...own, secFetchSite: undefined }],
    ['the default port', { ...own, origin: 'http://localhost', host: 'localhost' }],
    ['its own page by IPv6', { ...own, origin: 'http://[::1]:3000', host: '[::1]:3000' }],
  ])('lets %s change something', (_, request) => {
    expect(isForeignChange(request)).toBe(false)
  })

  it.each([
    ['no Origin', { ...own, origin: undefined }],
    ['Origin null', { ...own, origin: 'null' }],
    ['an empty Origin', { ...own, origin: '' }],
    ['another site', { ...own, origin: 'https://evil.example' }],
    ['another port', { ...own, origin: 'http://localhost:3001' }],
    ['another scheme', { ...own, origin: 'ftp://localhost:3000' }],
    ['a longer name', { ...own, origin: 'http://localhost:3000.evil.example' }],
    ['a path behind it', { ...own, origin: 'http://localhost:3000/' }],
    ['another name for this machine', { ...own, origin: 'http://127.0.0.1:3000' }],
    ['a browser that says cross-site', { ...own, secFetchSite: 'cross-site' }],
    ['no Host', { ...own, host: undefined }],
    ['no Host and an Origin to match', { ...own, host: undefined, origin: 'http://undefined' }],
    ['DELETE from another site', { ...own, method: 'DELETE', origin: 'https://evil.example' }],
    ['a method in lower case', { ...own, method: 'get', origin: undefined }],
    ['no method', { ...own, method: undefined, origin: undefined }],
  ])('refuses %s', (_, request) => {
    expect(isForeignChange(request)).toBe(true)
  })

  it.each(['GET', 'HEAD', 'OPTIONS'])('lets anybody %s', (method) => {
    const request = { ...own, method, origin: undefined, secFetchSite: 'cross-site' }
    expect(isForeignChange(request)).toBe(false)
  })
})
