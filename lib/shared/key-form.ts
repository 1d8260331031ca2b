/** Characters of a key. */
export const KEY_LENGTH = { min: 8, max: 512 } as const

/** Whether a text could be a key: printable ASCII without spaces, since it travels in a header. */
export function isKeyForm(text: string): boolean {
  const { min, max } = KEY_LENGTH
  return /^[\x21-\x7e]+$/.test(text) && text.length >= min && text.length <= max
}
