import { FORM_FIELDS } from './form-values'

/** Puts the cursor where the first thing is to be put right; what is folded opens. */
export function focusFirstBadField(form: HTMLFormElement | null, paths: readonly string[]): void {
  const bad = new Set(paths.map((path) => path.split('.')[0]))
  const field = FORM_FIELDS.find((name) => bad.has(name))
  if (!form || !field) return
  const element = form.querySelector<HTMLElement>(
    `[name="${field}"]:checked, [name="${field}"]:not([type=radio])`,
  )
  const fold = element?.closest('details')
  if (fold) fold.open = true
  element?.focus()
}
