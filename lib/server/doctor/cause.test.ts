import { expect, it } from 'vitest'
import { judgeCause } from './cause'

it.each([
  ['ENOTFOUND', 'name_unknown'],
  ['EAI_AGAIN', 'no_name_service'],
  ['ECONNREFUSED', 'refused'],
  ['EHOSTUNREACH', 'unreachable'],
  ['ENETUNREACH', 'unreachable'],
  ['ETIMEDOUT', 'silent'],
  ['timeout', 'silent'],
  ['ECONNRESET', 'broke_off'],
  ['HPE_INVALID_CONSTANT', 'broke_off'],
  ['CERT_HAS_EXPIRED', 'tls'],
  ['CERT_NOT_YET_VALID', 'tls'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'tls'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls'],
  ['EPROTO', 'tls'],
])('%s means %s', (code, meaning) => {
  expect(judgeCause(code)).toBe(meaning)
})
