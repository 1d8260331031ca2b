import type { ComponentProps } from 'react'

/** For icons alone; each needs a label of its own. */
export const ICON_BUTTON =
  'inline-flex size-9 pointer-coarse:size-11 shrink-0 items-center justify-center rounded-card text-soft transition-colors duration-150 hover:bg-raised hover:text-text'

export function IconButton({
  label,
  className = '',
  ...rest
}: ComponentProps<'button'> & { label: string }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={`${ICON_BUTTON} ${className}`}
      {...rest}
    />
  )
}
