import { stat } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { linkAddress, linkSecret, readLink } from './links'
import { temporaryFolder } from './test-harness'

const secret = 'secret'
const link = { taskId: 'task-1', mark: 'mark-1', expires: 5000 }
const address = () => new URL(linkAddress('http://127.0.0.1:4010', link, secret))

describe('readLink', () => {
  test('reads its own link until it expires', () => {
    expect(readLink(address(), { secret, now: 4999 })).toEqual(link)
    expect(readLink(address(), { secret, now: 5000 })).toBeNull()
  })

  test.each<[string, (url: URL) => void]>([
    ['a later end', (url) => url.searchParams.set('expires', '9000')],
    ['another task', (url) => (url.pathname = '/clips/task-2/mark-1.mp4')],
    ['another mark', (url) => (url.pathname = '/clips/task-1/mark-2.mp4')],
    ['no signature', (url) => url.searchParams.delete('signature')],
    ['no end', (url) => url.searchParams.delete('expires')],
    ['a path upwards', (url) => (url.pathname = '/clips/%2e%2e%2f/mark-1.mp4')],
  ])('refuses %s', (_name, change) => {
    const url = address()
    change(url)
    expect(readLink(url, { secret, now: 0 })).toBeNull()
  })

  test('refuses a link signed with another secret', () => {
    expect(readLink(address(), { secret: 'other', now: 0 })).toBeNull()
  })
})

test('the secret is made once and readable by its owner alone', async () => {
  const folder = await temporaryFolder()
  const first = await linkSecret(folder)
  expect(first).toMatch(/^[0-9a-f]{64}$/)
  expect(await linkSecret(folder)).toBe(first)
  expect((await stat(path.join(folder, 'link-secret'))).mode & 0o777).toBe(0o600)
})
