import { describe, expect, it } from 'vitest'
import { checkRequest } from './check-request'

const get = { method: 'GET', url: '/gallery?model=v5', headers: {}, isDev: false }

describe('checkRequest', () => {
  it.each([
    '/',
    '/gallery?next=//evil.example/..%2f',
    '/tasks/0193e7f2-1111-7000-8000-000000000000',
    '/_next/static/chunks/app/tasks/%5Bid%5D/page-1a2b.js',
    '/api/tasks?limit=30',
    '/media/input/abc.png?expires=1&signature=a%2Fb%3D',
    '/%E4%BD%A0%E5%A5%BD',
    '/..gallery/a..b',
    '/100%25',
  ])('lets GET %s through', (url) => {
    expect(checkRequest({ ...get, url })).toBeNull()
  })

  it.each([
    'http://evil.example/',
    '*',
    '',
    '//evil.example/',
    '/a//b',
    '/\\evil.example',
    '/media/..',
    '/media/../../etc/passwd',
    '/media/./a',
    '/media/%2e%2e/%2e%2e/etc/passwd',
    '/media/%2E./a',
    '/media/..%2f..%2fetc',
    '/media/a%2fb',
    '/media/a%5c..%5cb',
    '/media/%252e%252e/a',
    '/media/%25252e%25252e/a',
    '/media/a%252fb',
    '/media/%252e%252e/%25zz',
    '/media/%c0%ae%c0%ae/a',
    '/media/a%00.mp4',
    '/media/a%2500.mp4',
    '/api/tasks?cursor=%00',
    '/media/%',
    '/media/%zz',
    '/a%0d%0aSet-Cookie:x',
    '/%25%32%35%32%35%32%35%32%35',
  ])('refuses the address %s', (url) => {
    expect(checkRequest({ ...get, url })).toBe('bad_request')
  })

  it.each([
    ['a header of the middleware', { ...get, headers: { 'x-middleware-subrequest': 'a' } }],
    ['a Server Action', { ...get, method: 'POST', headers: { 'next-action': 'a' } }],
    ['a Server Action to a route', { ...get, url: '/api/tasks', headers: { 'next-action': '' } }],
    [
      'a form posted to a page',
      { ...get, method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=a' } },
    ],
    [
      'text posted to a page',
      { ...get, method: 'POST', headers: { 'content-type': 'Text/Plain;charset=utf-8' } },
    ],
    ['a Flight post', { ...get, url: '/api/tasks', method: 'POST', headers: { rsc: '1' } }],
    ['a Flight post to a page', { ...get, method: 'POST', headers: { rsc: '1' } }],
  ])('refuses %s', (_, request) => {
    expect(checkRequest(request)).toBe('bad_request')
  })

  it('has nothing at the image optimiser', () => {
    expect(checkRequest({ ...get, url: '/_next/image?url=%2Fa&w=64&q=75' })).toBe('not_found')
  })

  it.each(['TRACE', 'PROPFIND', 'get', ''])('does not take the method %s', (method) => {
    expect(checkRequest({ ...get, method })).toBe('method_not_allowed')
  })

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('pages do not take %s', (method) => {
    expect(checkRequest({ ...get, method })).toBe('method_not_allowed')
    expect(checkRequest({ ...get, method, url: '/api/tasks' })).toBeNull()
  })

  it('fetches pages as Flight data', () => {
    expect(checkRequest({ ...get, headers: { rsc: '1' } })).toBeNull()
  })

  it("lets Next's own development tools post, in development alone", () => {
    const tool = { ...get, method: 'POST', url: '/__nextjs_original-stack-frames' }
    expect(checkRequest({ ...tool, isDev: true })).toBeNull()
    expect(checkRequest(tool)).toBe('method_not_allowed')
  })
})
