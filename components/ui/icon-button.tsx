import type { ComponentProps } from 'react'

const BUTTON = 'shrink-0 items-center justify-center transition-colors pointer-coarse:size-11'

/** For icons alone; each needs a label of its own. Also for links. */
export const ICON_BUTTON = `inline-flex size-9 rounded-card text-soft hover:bg-raised hover:text-text ${BUTTON}`

/** The same over a picture, where it is night in both themes. `flex` is left to the caller, who may hide it. */
export const PICTURE_ICON_BUTTON = `size-8 rounded-inner text-on-night-soft hover:bg-on-night-hover hover:text-on-night ${BUTTON}`

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
