import type { CSSProperties } from 'react'

/** The place of a thing that is still to come, in the thing's own shape. It says nothing: its list does. */
export function Skeleton({ className = '', style }: { className?: string; style?: CSSProperties }) {
  return (
    <span aria-hidden style={style} className={`block animate-breathe bg-raised ${className}`} />
  )
}
