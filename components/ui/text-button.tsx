import type { ComponentProps } from 'react'

/** A word that does something, among other words; also for links and labels. The place to press is larger than the word. */
export const TEXT_BUTTON =
  '-mx-1.5 inline-flex min-h-7 shrink-0 items-center gap-1.5 rounded-inner px-1.5 text-meta text-soft underline-offset-2 transition-colors hover:text-text hover:underline pointer-coarse:-mx-2.5 pointer-coarse:min-h-11 pointer-coarse:min-w-11 pointer-coarse:justify-center pointer-coarse:px-2.5'

export function TextButton({ className = '', ...rest }: ComponentProps<'button'>) {
  return <button type="button" className={`${TEXT_BUTTON} ${className}`} {...rest} />
}
