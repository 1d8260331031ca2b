'use client'

import { useToasts } from '@/lib/client/toasts'
import { useLate } from '@/lib/client/use-late'

const loadStack = () => import('./toast-stack')

/** Where short words appear. They are spoken from here, a place that is always there; what shows them comes with the first. */
export function ToastPlace() {
  const toasts = useToasts()
  const late = useLate(loadStack, toasts.length > 0)
  return (
    <>
      <p role="status" className="sr-only">
        {toasts.at(-1)?.text}
      </p>
      {late && <late.ToastStack />}
    </>
  )
}
