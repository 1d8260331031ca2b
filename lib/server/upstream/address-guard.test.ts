import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach } from 'vitest'
import { guardedLookup, isPublicAddress, isRefusedHost, RefusedAddressError } from './address-guard'
import { guardedGet, TooManyBytesError } from './guarded-get'

describe('isPublicAddress', () => {
  it.each(['8.8.8.8', '1.1.1.1', '2606:4700::1111'])('%s is', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })
  it.each([
    '127.0.0.1',
    '127.8.9.1',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '192.0.0.1',
    '198.18.0.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'fc00::1',
    'fd00:ec2::254',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    'ff02::1',
    'localhost',
    '',
  ])('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})

describe('isRefusedHost', () => {
  // As `URL` hands them over: every spelling of an IPv4 address is normalised there.
  it.each([
    'http://127.1/',
    'http://0x7f000001/',
    'http://2130706433/',
    'http://0177.0.0.1/',
    'http://[::ffff:7f00:1]/',
    'http://localhost./',
    'http://a.localhost/',
    'http://LOCALHOST/',
    'http://169.254.169.254/latest/meta-data',
  ])('%s', (url) => {
    expect(isRefusedHost(new URL(url).hostname)).toBe(true)
  })
  it('lets a public name pass to the look-up', () => {
    expect(isRefusedHost('clips.example')).toBe(false)
  })
})

it('a name that resolves to loopback is refused at connect time', async () => {
  const error = await new Promise((resolve) =>
    guardedLookup('localhost', {}, (failure) => resolve(failure)),
  )
  expect(error).toBeInstanceOf(RefusedAddressError)
})

describe('guardedGet', () => {
  let server: Server | undefined
  afterEach(() => server?.close())

  async function serve(listener: RequestListener): Promise<string> {
    const listening = createServer(listener)
    server = listening
    await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(listening.address() as AddressInfo).port}`
  }
  const options = { allowedOrigin: null, timeoutMs: 2000, maxRedirects: 2 }

  it('refuses loopback, plain http and credentials in the address', async () => {
    const origin = await serve((_, response) => response.end('secret'))
    for (const url of [
      origin,
      'http://clips.example/',
      'https://u:p@clips.example/',
      'file:///etc/passwd',
      'nonsense',
    ]) {
      expect(await guardedGet(url, options)).toEqual({ kind: 'refused-address' })
    }
  })

  it('ends a body that drips when its time is over, also once memory was tidied up meanwhile', async () => {
    setFlagsFromString('--expose-gc')
    const collect: () => void = runInNewContext('gc')
    const origin = await serve((_, response) => {
      const drip = setInterval(() => response.write('.'), 20)
      response.on('close', () => clearInterval(drip))
    })
    const answer = await guardedGet(origin, {
      ...options,
      timeoutMs: 500,
      allowedOrigin: origin,
      signal: new AbortController().signal,
    })
    const tidying = setInterval(collect, 20)
    await expect(answer.kind === 'answer' && text(answer.body)).rejects.toThrow()
    clearInterval(tidying)
  })

  it('fetches from the one origin that is exempt, and only from it', async () => {
    const origin = await serve((_, response) => response.end('clip'))
    const answer = await guardedGet(`${origin}/a`, { ...options, allowedOrigin: origin })
    expect(answer.kind === 'answer' && (await text(answer.body))).toBe('clip')
    expect(
      await guardedGet(`${origin}/a`, { ...options, allowedOrigin: 'http://127.0.0.1:1' }),
    ).toEqual({ kind: 'refused-address' })
  })

  it('checks every hop', async () => {
    const origin = await serve((_, response) =>
      response.writeHead(302, { location: 'http://169.254.169.254/' }).end(),
    )
    expect(await guardedGet(origin, { ...options, allowedOrigin: origin })).toEqual({
      kind: 'refused-address',
    })
  })

  it('gives up a chain of redirects', async () => {
    const origin = await serve((_, response) =>
      response.writeHead(302, { location: '/again' }).end(),
    )
    expect(await guardedGet(origin, { ...options, allowedOrigin: origin })).toMatchObject({
      kind: 'failed',
    })
  })

  it('stops a body that is longer than it may be', async () => {
    const origin = await serve((_, response) => response.end('x'.repeat(5000)))
    const answer = await guardedGet(origin, { ...options, allowedOrigin: origin, maxBytes: 100 })
    await expect(answer.kind === 'answer' ? text(answer.body) : null).rejects.toBeInstanceOf(
      TooManyBytesError,
    )
  })

  it('tells a body that broke off from one that ended', async () => {
    const origin = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('half', () => response.destroy())
    })
    const answer = await guardedGet(origin, { ...options, allowedOrigin: origin })
    await expect(answer.kind === 'answer' ? text(answer.body) : null).rejects.toThrow()
  })
})
