import { describe, expect, it } from 'vitest'
import { isLocalGateway, isPublicHost } from './local-gateway'

const LOCAL = [
  'http://localhost:8080',
  'http://LOCALHOST',
  'http://localhost.',
  'http://gateway.localhost',
  'http://127.0.0.1:4000/base',
  'http://127.1',
  'http://2130706433',
  'http://0x7f000001',
  'http://0177.0.0.1',
  'http://0.0.0.0:80',
  'http://[::1]:80',
  'http://[0:0:0:0:0:0:0:1]',
  'http://[::ffff:127.0.0.1]',
  'http://[::ffff:c0a8:0102]',
  'http://10.1.2.3',
  'http://172.16.0.1',
  'http://172.31.255.255',
  'http://192.168.1.20:8443',
  'http://100.64.0.1',
  'http://[fd00::1]',
  'http://gateway:8080',
  'http://studio.local',
  'http://gateway.internal',
  'http://gateway.home.arpa',
  'http://１２７.0.0.1',
]

const ELSEWHERE = [
  'https://api.aa.com.cn',
  'https://localhost.example.com',
  'https://notlocalhost.com',
  'https://127.0.0.1.example.com',
  'https://1.1.1.1',
  'https://172.32.0.1',
  'https://[2606:4700::1111]',
  'https://[::ffff:1.1.1.1]',
  'https://internal.example.com',
]

describe('a gateway', () => {
  it.each(LOCAL)('%s is local', (url) => {
    expect(isLocalGateway(url)).toBe(true)
  })

  // The cloud's metadata address is nobody's gateway.
  it.each([...ELSEWHERE, 'http://169.254.169.254', 'no url', ''])('%s is not local', (url) => {
    expect(isLocalGateway(url)).toBe(false)
  })
})

describe('a host', () => {
  it.each(LOCAL)('%s is not public', (url) => {
    expect(isPublicHost(new URL(url).hostname)).toBe(false)
  })

  it.each(['169.254.169.254', '[fe80::1]', '224.0.0.1', '[64:ff9b::7f00:1]', ''])(
    '%s is not public',
    (host) => {
      expect(isPublicHost(host)).toBe(false)
    },
  )

  it.each(ELSEWHERE.filter((url) => !url.includes('::ffff')))('%s is public', (url) => {
    expect(isPublicHost(new URL(url).hostname)).toBe(true)
  })
})
