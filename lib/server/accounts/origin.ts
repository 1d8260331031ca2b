type Sender = {
  method: string | undefined
  origin: string | undefined
  host: string | undefined
  secFetchSite: string | undefined
}

const READING_METHODS = ['GET', 'HEAD', 'OPTIONS']

/**
 * Whether a request that changes something comes from anywhere but the studio's own pages. A request without Origin
 * counts as foreign too: every browser sends it with such a request, and a script can.
 */
export function isForeignChange({ method, origin, host, secFetchSite }: Sender): boolean {
  if (method && READING_METHODS.includes(method)) return false
  if (!host || secFetchSite === 'cross-site') return true
  return origin !== `http://${host}` && origin !== `https://${host}`
}
