import type { ReactNode } from 'react'
import { IconButton } from '../../ui/icon-button'

/** A tool of the bar: an icon with its name and its key. */
export function ToolButton(props: {
  label: string
  keys?: string
  onClick: () => void
  isPressed?: boolean | 'mixed'
  disabled?: boolean
  children: ReactNode
}) {
  const { label, keys, onClick, isPressed, disabled, children } = props
  return (
    <IconButton
      label={label}
      title={keys ? `${label} (${keys})` : label}
      aria-keyshortcuts={keys}
      aria-pressed={isPressed}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </IconButton>
  )
}
