const MAX_CHARACTERS = 100
/** What a file system or a shell reads as something else than a letter of a name. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}"*/:<>?\\|;%]+/gu

/**
 * Content-Disposition for saving under a name that came with the request: cleaned, with the extension that the file has,
 * once in ASCII and once in UTF-8 (RFC 6266).
 */
export function contentDisposition(wanted: string, extension: string): string {
  const name = `${cleanStem(wanted, extension)}.${extension}`
  const ascii = name.normalize('NFKD').replace(/[^\x20-\x7e]+/g, '_')
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeExtended(name)}`
}

function cleanStem(wanted: string, extension: string): string {
  const clean = wanted.normalize('NFC').replace(UNSAFE, '-')
  const stem = clean.toLowerCase().endsWith(`.${extension}`)
    ? clean.slice(0, -extension.length - 1)
    : clean
  const short = Array.from(stem).slice(0, MAX_CHARACTERS).join('')
  return short.replace(/^[\s.-]+|[\s.-]+$/g, '') || 'clip'
}

/** What `encodeURIComponent` leaves and RFC 8187 does not take. */
function encodeExtended(name: string): string {
  const escape = (sign: string) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
  return encodeURIComponent(name).replace(/['()*]/g, escape)
}
