import type { ComponentProps } from 'react'
import { PICTURE_ICON_BUTTON } from '../../ui/icon-button'

/** A control over a clip; its icon alone is seen. */
export function NightButton({
  label,
  className = 'flex',
  ...rest
}: ComponentProps<'button'> & { label: string }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={`${PICTURE_ICON_BUTTON} aria-pressed:bg-on-night-hover aria-pressed:text-on-night ${className}`}
      {...rest}
    />
  )
}
