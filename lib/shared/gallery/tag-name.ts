import { countCharacters } from '../limits'
import { TAG_MAX_CHARACTERS } from './keeping-limits'

/** A name as it is shown, and as it is compared: two spellings of one word are one tag. */
export type TagName = { name: string; key: string }

/** Null for what is empty, too long, or has signs in it that are not seen. */
export function readTagName(text: string): TagName | null {
  const name = readName(text, TAG_MAX_CHARACTERS)
  return name === null ? null : { name, key: name.toLowerCase() }
}

/** The same for any name that people give. */
export function readName(text: string, maxCharacters: number): string | null {
  const name = text.normalize('NFKC').trim().replace(/\s+/gu, ' ')
  if (name === '' || countCharacters(name) > maxCharacters) return null
  // Joiners make one sign of several in emoji and in some scripts.
  if (/[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u.test(name)) return null
  return name
}
