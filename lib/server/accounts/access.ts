import ipaddr from 'ipaddr.js'

/** What a request may see: everything, or only what a studio without accounts shows to strangers. */
export type Access = 'open' | 'closed'

type Asker = {
  /** Address of the socket's other end. */
  peerAddress: string | undefined
  /** The Host header as it was sent. */
  host: string | undefined
  /** By lower-case name; only the names are looked at. */
  headers: Readonly<Record<string, unknown>>
  hasAccounts: false
}

const LOCAL_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/
/** Whoever passes a request on says so in one of these. A browser on this machine sends none. */
const PASSED_ON = /^(forwarded$|x-forwarded-|cf-)/

/**
 * Without accounts only this machine's own browser comes in. A tunnel also connects from loopback, and a foreign page can
 * rebind its name to 127.0.0.1: neither may see or spend anything, so all three signs must agree.
 */
export function decideAccess({ peerAddress, host, headers }: Asker): Access {
  const isOwnMachine =
    isLoopback(peerAddress ?? '') &&
    LOCAL_HOST.test(host ?? '') &&
    !Object.keys(headers).some((name) => PASSED_ON.test(name))
  return isOwnMachine ? 'open' : 'closed'
}

/** Whether an address, or a name to listen on, never leaves this machine. */
export function isLoopback(address: string): boolean {
  if (address === 'localhost') return true
  const bare = address.replace(/^\[(.*)\]$/, '$1')
  // `isValid` also takes shorthand such as 127.1, which names the same machine.
  return ipaddr.isValid(bare) && ipaddr.process(bare).range() === 'loopback'
}
