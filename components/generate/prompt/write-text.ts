/**
 * Writes in place of a part of what is in the box, as if it were typed: the form hears of it, and undo takes it back. Only the old
 * command does that; where it is missing the text is set, without undo.
 */
export function writeText(
  box: HTMLTextAreaElement,
  { start, end, text }: { start: number; end: number; text: string },
): void {
  box.focus()
  box.setSelectionRange(start, end)
  const before = box.value
  const isWritten = tryCommand(text) && box.value !== before
  if (isWritten || before.slice(start, end) === text) return
  box.setRangeText(text, start, end, 'end')
  box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }))
}

function tryCommand(text: string): boolean {
  try {
    return text === ''
      ? document.execCommand('delete')
      : document.execCommand('insertText', false, text)
  } catch {
    return false
  }
}
