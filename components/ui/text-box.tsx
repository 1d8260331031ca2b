import type { ComponentProps } from 'react'

/** On touch as large as the text of a page: below 16 px a phone would zoom in to it. */
const BOX =
  'block w-full min-w-0 rounded-card border border-line bg-surface px-3 placeholder:text-faint hover:border-line-strong disabled:cursor-not-allowed disabled:opacity-60 disabled:hover:border-line aria-invalid:border-failed'

/** A line to write in. */
export function TextBox({ className = '', ...rest }: ComponentProps<'input'>) {
  return (
    <input
      className={`${BOX} h-9 text-control pointer-coarse:h-11 pointer-coarse:text-prompt ${className}`}
      {...rest}
    />
  )
}

/** A page to write on; it grows with what is written, up to the height that its class sets. */
export function TextArea({ className = '', ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea className={`${BOX} field-sizing-content resize-none py-2.5 ${className}`} {...rest} />
  )
}
