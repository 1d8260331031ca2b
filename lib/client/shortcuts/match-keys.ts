type Press = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'getModifierState'
>

/** Whether what is pressed is `keys`: `x`, `?`, `Shift+ArrowLeft`, `Mod+Enter`. By what a key writes, not by where it lies. */
export function matchesKeys(keys: string, press: Press): boolean {
  const parts = keys.split('+')
  const wanted = parts.pop() ?? ''
  const key = keyOf(press)
  if (key !== wanted.toLowerCase()) return false
  // Where [ or / is written with AltGr, Ctrl and Alt seem to be held.
  const isPlain = press.getModifierState('AltGraph')
  const isMod = !isPlain && (press.ctrlKey || press.metaKey)
  if (isMod !== parts.includes('Mod') || (press.altKey && !isPlain)) return false
  // A sign or a figure is what it is, whatever it takes to write it.
  return isWrittenWithShift(key) || press.shiftKey === parts.includes('Shift')
}

function keyOf({ key, code }: Press): string {
  if (key === ' ') return 'space'
  // On a keyboard of another script the letter that lies there.
  if (key.length === 1 && key > '~') return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? key
  return key.toLowerCase()
}

function isWrittenWithShift(key: string): boolean {
  return key.length === 1 && !/[a-z]/.test(key)
}
