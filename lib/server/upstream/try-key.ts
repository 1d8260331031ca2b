import { env } from '../env'
import { isAlike, probeGateway } from './probe'

/** `untold`: nothing came from there that says whether the key is good. */
export type KeyVerdict = 'accepted' | 'refused' | 'untold'

/**
 * Asks the gateway that charges with a key that the studio does not use yet, for a task that nobody made: that costs nothing.
 * Taken for accepted only where a key that nobody has is answered otherwise. What the gateway says is not kept.
 */
export async function tryKey(apiKey: string): Promise<KeyVerdict> {
  const { gateway, contractFile } = env()
  const baseUrl = gateway.chargingUrl
  const probe = await probeGateway({ gateway: { ...gateway, baseUrl, apiKey }, contractFile })
  if (!probe) return 'untold'
  const { forms, nowhere, found, strange } = probe
  const asked = found ? [found] : [...forms, nowhere]
  if (asked.some(({ verdict }) => verdict.kind === 'pause')) return 'refused'
  return found && strange && !isAlike(found, strange) ? 'accepted' : 'untold'
}
