import ipaddr from 'ipaddr.js'
import { isPublicAddress } from './address-guard'

/** Addresses of this machine and this house. 0.0.0.0 reaches this machine; carrier-grade NAT is what house VPNs use. */
const LOCAL_RANGES = new Set([
  'loopback',
  'unspecified',
  'private',
  'uniqueLocal',
  'carrierGradeNat',
])
/** Names that no public resolver may answer (RFC 6761, RFC 6762, RFC 8375, and ICANN for `internal`). */
const LOCAL_SUFFIXES = ['localhost', 'local', 'internal', 'home.arpa']

/**
 * Whether the gateway stands in this house (the simulator, a test, a proxy): then plain http, local picture addresses and
 * clip links to its own host and port are allowed.
 * @param baseUrl AISPHERE_BASE_URL; what is no URL is not local
 */
export function isLocalGateway(baseUrl: string): boolean {
  return URL.canParse(baseUrl) && isLocalHost(new URL(baseUrl).hostname)
}

/** The key goes over plain http only to a gateway in the house. */
export function mayCarryKey(baseUrl: string): boolean {
  return baseUrl.startsWith('https:') || isLocalGateway(baseUrl)
}

/** Whether a host of a URL can only lie in this house. A name without a dot is never public (a service of the same Compose file). */
export function isLocalHost(hostname: string): boolean {
  const host = bare(hostname)
  if (ipaddr.isValid(host)) return LOCAL_RANGES.has(ipaddr.process(host).range())
  if (host === '') return false
  return !host.includes('.') || LOCAL_SUFFIXES.some((suffix) => host.endsWith(`.${suffix}`))
}

/** Whether a host of a URL may be reached from outside, judged without asking DNS. */
export function isPublicHost(hostname: string): boolean {
  const host = bare(hostname)
  if (ipaddr.isValid(host)) return isPublicAddress(host)
  return host !== '' && !isLocalHost(host)
}

function bare(hostname: string): string {
  return hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase()
}
