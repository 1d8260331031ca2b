import type { ReactNode } from 'react'
import { FieldError } from './field-error'

type Control = { id: string; 'aria-describedby': string; 'aria-invalid': true | undefined }

type FieldProps = {
  id: string
  label: ReactNode
  /** At the other end of the label's line. */
  aside?: ReactNode
  hint?: ReactNode
  error?: ReactNode
  /** Draws the control from what ties it to its label, hint and error. */
  children: (control: Control) => ReactNode
}

/** A control with its name above it, its hint and what is wrong with it below. */
export function Field({ id, label, aside, hint, error, children }: FieldProps) {
  return (
    <div>
      <div className="mb-1.5 flex items-baseline justify-between gap-3 text-meta text-soft">
        <label htmlFor={id}>{label}</label>
        {aside}
      </div>
      {children({
        id,
        'aria-describedby': `${id}-hint ${id}-error`,
        'aria-invalid': error ? true : undefined,
      })}
      <p id={`${id}-hint`} className="mt-1.5 text-meta text-soft empty:hidden">
        {hint}
      </p>
      <FieldError id={`${id}-error`}>{error}</FieldError>
    </div>
  )
}
