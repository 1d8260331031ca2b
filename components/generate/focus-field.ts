/** Milliseconds in which a fold that was opened for a field must have brought it. */
const LATE_MS = 5_000

/** Puts the cursor where the first thing is to be put right, in the order of the page; what is folded opens. */
export function focusFirstBadField(form: HTMLFormElement | null, paths: readonly string[]): void {
  if (!form) return
  const find = () =>
    paths
      .flatMap((path) => fieldElement(form, path) ?? [])
      .sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))[0]
  const found = find()
  if (found) return reveal(found)
  // It is in a fold that was never opened, and comes with that.
  const fold = form.querySelector('details')
  if (!fold || paths.length === 0) return
  fold.open = true
  const observer = new MutationObserver(() => {
    const arrived = find()
    if (!arrived) return
    observer.disconnect()
    reveal(arrived)
  })
  observer.observe(fold, { childList: true, subtree: true })
  setTimeout(() => observer.disconnect(), LATE_MS)
}

function fieldElement(form: HTMLFormElement, path: string): HTMLElement | undefined {
  return [...form.elements]
    .filter((element) => element instanceof HTMLElement)
    .find((element) => element.getAttribute('name') === path && !element.matches(NOT_CHOSEN))
}

const NOT_CHOSEN = '[type=radio]:not(:checked)'

function reveal(element: HTMLElement): void {
  const fold = element.closest('details')
  if (fold) fold.open = true
  element.focus()
}
