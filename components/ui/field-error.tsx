import type { ReactNode } from 'react'
import { ErrorText } from './error-text'

/** What is wrong with a field, under it. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <ErrorText id={id} className="mt-1.5">
      {children}
    </ErrorText>
  )
}
