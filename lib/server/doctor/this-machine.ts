import { lookup } from 'node:dns/promises'
import { networkInterfaces } from 'node:os'
import ipaddr from 'ipaddr.js'

/** 0.0.0.0 as a destination is this machine. */
const OWN_RANGES = ['loopback', 'unspecified']

/** Whether a host of a URL is this machine by every address that it has. */
export async function isThisMachine(hostname: string): Promise<boolean> {
  const own = Object.values(networkInterfaces()).flatMap((one) => one ?? [])
  const isOwn = (address: string) =>
    OWN_RANGES.includes(ipaddr.process(address).range()) ||
    own.some((one) => one.address === address)
  try {
    const addresses = await lookup(hostname.replace(/^\[|\]$/g, ''), { all: true })
    return addresses.length > 0 && addresses.every(({ address }) => isOwn(address))
  } catch {
    return false // a name that nobody knows here is not this machine's
  }
}
