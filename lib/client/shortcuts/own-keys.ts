/** Inputs that take no text. */
const PRESSED = ['checkbox', 'radio', 'range', 'button', 'submit', 'reset', 'file', 'color']
const FIELDS = 'input, textarea, select, [contenteditable=""], [contenteditable=true]'

/** Whether what has the focus is written in: there a key is a letter. */
export function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || !target.matches(FIELDS)) return false
  return !(target instanceof HTMLInputElement && PRESSED.includes(target.type))
}

/** Keys by which the browser itself works what has the focus. */
const OWN: readonly { keys: RegExp; selector: string }[] = [
  { keys: /^Enter$/, selector: 'a[href], button, summary, input' },
  { keys: /^ $/, selector: 'button, summary, input, video[controls]' },
  {
    keys: /^(Arrow|Home|End|Page)/,
    selector:
      'input[type=radio], input[type=range], video[controls], [role=slider], [role=listbox], [role=menu] *',
  },
]

export function isOwnKey(target: EventTarget | null, key: string): boolean {
  return (
    target instanceof Element &&
    OWN.some(({ keys, selector }) => keys.test(key) && target.matches(selector))
  )
}
