import { randomBytes } from 'node:crypto'

type Policy = { nonce: string; isDev: boolean }

/** For the scripts of one answer; never used twice. */
export function makeNonce(): string {
  return randomBytes(16).toString('base64')
}

/**
 * What a page may load and run: its own files, and scripts by this answer's nonce alone. Styles may be inline because
 * Next writes them so; `unsafe-eval` and `ws:` are what Next's development server needs, and only there.
 */
export function contentPolicy({ nonce, isDev }: Policy): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'${isDev ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    `connect-src 'self'${isDev ? ' ws:' : ''}`,
    "font-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** On every answer of the studio, whoever gives it. */
export function securityHeaders(policy: Policy): Record<string, string> {
  return {
    'Content-Security-Policy': contentPolicy(policy),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'X-Frame-Options': 'DENY',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  }
}
