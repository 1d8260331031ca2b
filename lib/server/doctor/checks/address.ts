import { lookup as dnsLookup } from 'node:dns/promises'
import type { Finding } from '@/lib/shared/findings'
import type { Env } from '../../env'
import { isPublicAddress } from '../../upstream/address-guard'
import type { Outcome } from '../../upstream/http-exchange'
import { isLocalGateway, isPublicHost } from '../../upstream/local-gateway'
import { judgeCause } from '../cause'
import { finding } from '../finding'
import { askHealth, readInstance, runningStudio } from '../running-studio'
import { isThisMachine } from '../this-machine'

type Settings = Pick<Env, 'gateway' | 'publicUrl' | 'dataDir'>
/** All addresses of a name. */
type Lookup = (hostname: string) => Promise<{ address: string }[]>

const TIMEOUT_MS = 8_000
const lookupAll: Lookup = (hostname) => dnsLookup(hostname, { all: true })

/** Whether the gateway could fetch pictures from here, as far as this machine can see. */
export async function checkAddress(
  settings: Settings,
  options: { lookup?: Lookup; timeoutMs?: number } = {},
): Promise<Finding> {
  const { lookup = lookupAll, timeoutMs = TIMEOUT_MS } = options
  const { gateway, publicUrl, dataDir } = settings
  if (gateway.imageTransport === 'data-uri') return finding('address', 'data_uri')
  const isLocal = isLocalGateway(gateway.baseUrl)
  if (publicUrl === null)
    return isLocal ? judgeNeighbour(gateway.baseUrl) : finding('address', 'missing')
  const url = new URL(publicUrl)
  const wrong = judgeForm(url, isLocal) ?? (await judgeName({ url, isLocal, lookup }))
  if (wrong) return wrong
  const [running, outcome] = await Promise.all([
    runningStudio(dataDir),
    askHealth(publicUrl, timeoutMs),
  ])
  return judgeHealth({ url, isLocal, running, outcome })
}

/** Without PUBLIC_URL a gateway in the house is given a loopback address: good on this machine only. */
async function judgeNeighbour(baseUrl: string): Promise<Finding> {
  const { host, hostname } = new URL(baseUrl)
  return (await isThisMachine(hostname))
    ? finding('address', 'local', { host })
    : finding('address', 'not_for_neighbours', { host })
}

/** What the address itself tells. */
function judgeForm(url: URL, isLocal: boolean): Finding | null {
  const { protocol, hostname, host, username, password, search, hash } = url
  if (username || password || search || hash) return finding('address', 'extra_parts', { host })
  if (isLocal) return null
  if (protocol !== 'https:') return finding('address', 'not_https', { host })
  return isPublicHost(hostname) ? null : finding('address', 'not_public', { host })
}

/** What its name resolves to here. The gateway may be told otherwise: a house may answer its own names itself. */
async function judgeName(options: {
  url: URL
  isLocal: boolean
  lookup: Lookup
}): Promise<Finding | null> {
  const { url, isLocal, lookup } = options
  const host = url.hostname.replace(/^\[|\]$/g, '')
  try {
    const addresses = await lookup(host)
    const [first] = addresses
    if (isLocal || addresses.some(({ address }) => isPublicAddress(address))) return null
    return finding('address', 'resolves_inside', { host, address: first?.address ?? '' })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    const isUnknown = judgeCause(code) === 'name_unknown'
    return finding('address', isUnknown ? 'name_unknown' : 'not_from_here', { host, code })
  }
}

/** What the answer to our own question tells that came back through the address. */
export function judgeHealth(options: {
  url: URL
  isLocal: boolean
  running: string | null
  outcome: Outcome
}): Finding {
  const { url, isLocal, running, outcome } = options
  const { host, port } = url
  if (outcome.kind !== 'answer') {
    const code = outcome.cause
    const isTls = judgeCause(code) === 'tls'
    return finding('address', isTls ? 'tls' : 'not_from_here', { host, code })
  }
  const { status } = outcome
  if (status >= 300 && status < 400) return finding('address', 'redirects', { host, status })
  const answered = readInstance(outcome)
  if (answered === null) {
    return finding('address', running ? 'something_else' : 'not_running', { host, status })
  }
  if (running === null) return finding('address', 'unknown_studio', { host })
  if (answered !== running) return finding('address', 'other_studio', { host })
  if (port && !isLocal) return finding('address', 'odd_port', { host, port })
  return finding('address', 'reached', { host })
}
