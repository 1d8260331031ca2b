import { networkInterfaces } from 'node:os'
import { expect, it } from 'vitest'
import { isThisMachine } from './this-machine'

it.each(['127.0.0.1', '127.8.8.8', '[::1]', 'localhost', '0.0.0.0'])('%s is', async (host) => {
  expect(await isThisMachine(host)).toBe(true)
})

it('each of its own addresses is', async () => {
  const own = Object.values(networkInterfaces()).flatMap((one) => one ?? [])
  const addresses = own.filter(({ scopeid }) => !scopeid).map(({ address }) => address)
  expect(await Promise.all(addresses.map(isThisMachine))).toEqual(addresses.map(() => true))
})

it.each(['192.0.2.77', '10.255.255.254', 'no-such-machine.invalid'])('%s is not', async (host) => {
  expect(await isThisMachine(host)).toBe(false)
})
