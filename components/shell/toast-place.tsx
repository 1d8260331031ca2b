'use client'

import { createPortal } from 'react-dom'
import { useToasts } from '@/lib/client/toasts'
import { useLate } from '@/lib/client/use-late'
import { useTopDialog } from '@/lib/client/top-dialog'

const loadStack = () => import('./toast-stack')

/** Where short words appear. They are spoken from here, a place that is always there; what shows them comes with the first. */
export function ToastPlace() {
  const toasts = useToasts()
  const late = useLate(loadStack, toasts.length > 0)
  // What lies outside of an open dialog can be neither pressed nor heard.
  const dialog = useTopDialog()
  const said = toasts.at(-1)?.text
  const stack = late && <late.ToastStack />
  return (
    <>
      <Said words={dialog ? undefined : said} />
      {dialog
        ? createPortal(
            <>
              <Said words={said} />
              {stack}
            </>,
            dialog,
          )
        : stack}
    </>
  )
}

function Said({ words }: { words: string | undefined }) {
  return (
    <p role="status" className="sr-only">
      {words}
    </p>
  )
}
