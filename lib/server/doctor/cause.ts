/** Why a request got no answer, as far as its error code tells. */
export type NoAnswer =
  'name_unknown' | 'no_name_service' | 'refused' | 'unreachable' | 'tls' | 'silent' | 'broke_off'

const CAUSES: Record<string, NoAnswer> = {
  ENOTFOUND: 'name_unknown',
  ENODATA: 'name_unknown',
  EAI_AGAIN: 'no_name_service',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  EPROTO: 'tls',
  ETIMEDOUT: 'silent',
  timeout: 'silent',
}
/** OpenSSL names what is wrong with a certificate in several families of codes. */
const TLS = /^ERR_(TLS|SSL)|CERT|CRL|SIGNATURE|HOSTNAME_MISMATCH|INVALID_(CA|PURPOSE)/

/** @param cause an error's code; a timeout of our own says `timeout` */
export function judgeCause(cause: string): NoAnswer {
  return CAUSES[cause] ?? (TLS.test(cause) ? 'tls' : 'broke_off')
}
