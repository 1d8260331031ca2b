import { lookup as dnsLookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'

/** The name or number points into this house (or is no public address at all): it is never connected to. */
export class RefusedAddressError extends Error {
  override readonly name = 'RefusedAddressError'
}

/** Whether an address may be connected to: global unicast only. Private, loopback, link-local, metadata, mapped and tunnel forms are not. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  return parsed.range() === 'unicast'
}

/** A host as it stands in a URL. A name passes here; what it resolves to is checked at connect time. */
export function isRefusedHost(hostname: string): boolean {
  const host = hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase()
  if (ipaddr.isValid(host)) return !isPublicAddress(host)
  return host === '' || host === 'localhost' || host.endsWith('.localhost')
}

/** A DNS look-up for `http.request` that answers only public addresses: the address that is checked is the one connected to. */
export const guardedLookup: LookupFunction = (hostname, options, callback) => {
  dnsLookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, [])
    const refused = addresses.find(({ address }) => !isPublicAddress(address))
    if (refused) return callback(new RefusedAddressError(`${hostname} is not a public address`), [])
    const [first] = addresses
    if (options.all) return callback(null, addresses)
    return callback(null, first?.address ?? '', first?.family)
  })
}
