import { once } from 'node:events'
import type { Server } from 'node:http'
import { StartError } from '../opening/start-error'

export type Address = { host: string; port: number; url: string }

const REASONS: Record<string, string> = {
  EADDRINUSE: 'is taken by another program. Stop that one, or set PORT in .env',
  EACCES: 'may not be used by this user. Set PORT in .env to one above 1023',
  EADDRNOTAVAIL: 'is at an address that this machine does not have. Check HOST',
}

/** Throws StartError with a sentence when the port cannot be had. */
export async function listen(
  server: Server,
  { host, port }: { host: string; port: number },
): Promise<Address> {
  const bareHost = host.replace(/^\[(.*)\]$/, '$1')
  try {
    server.listen({ host: bareHost, port })
    await once(server, 'listening')
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    const reason = REASONS[code] ?? `cannot be listened on (${code || String(cause)})`
    throw new StartError(`Port ${port} ${reason}.`, { cause })
  }
  const address = server.address()
  if (!address || typeof address === 'string')
    throw new StartError('There is no port to listen on.')
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return { host: address.address, port: address.port, url: `http://${name}:${address.port}` }
}
