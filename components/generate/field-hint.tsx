import type { ToggleEvent } from 'react'
import Info from 'lucide-react/icons/info'
import { useTranslations } from 'next-intl'
import type { Field } from '@/lib/shared/models/catalogue'

export type HintedField = Field | 'model' | 'mode' | 'refName' | 'type'

/** Pixels between the button and what it opens, and between that and the window's edge. */
const GAP = 6
const EDGE = 12

/** The id of what a control is about, for `aria-describedby`. */
export function hintId(control: string): string {
  return `${control}-about`
}

/** What the field does and what the gateway's page calls it: by pointer, finger, keyboard and screen reader. */
export function FieldHint(props: {
  field: HintedField
  name: string
  /** Where the page has another word for it, or the control another name. */
  pageName?: string
  control?: string
}) {
  const t = useTranslations()
  const { field, name, pageName = field, control = field } = props
  const id = hintId(control)
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={t('form.about', { field: name })}
        title={pageName}
        className="-my-2 -mr-1.5 inline-grid size-7 place-items-center rounded-inner text-faint hover:text-text pointer-coarse:-my-3 pointer-coarse:size-11"
      >
        <Info aria-hidden className="size-3.5" />
      </button>
      <span
        id={id}
        popover="auto"
        onToggle={placeBesideButton}
        className="m-0 max-w-72 rounded-card border border-line-strong bg-raised px-3 py-2 text-meta text-text"
      >
        {t(`hints.${field}`)}
        <span className="mt-1 block text-soft">
          {t.rich('form.fieldName', { field: pageName, code: (chunks) => <code>{chunks}</code> })}
        </span>
      </span>
    </>
  )
}

/** Anchors are not everywhere yet: the popover is put under its button when it opens. */
function placeBesideButton(event: ToggleEvent<HTMLElement>) {
  const popover = event.currentTarget
  const button = popover.previousElementSibling
  if (event.newState !== 'open' || !button) return
  const { right, bottom, top } = button.getBoundingClientRect()
  const { width, height } = popover.getBoundingClientRect()
  const left = Math.max(EDGE, Math.min(right - width, window.innerWidth - width - EDGE))
  const isBelow = bottom + GAP + height < window.innerHeight
  popover.style.inset = `${isBelow ? bottom + GAP : top - GAP - height}px auto auto ${left}px`
}
