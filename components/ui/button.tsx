import type { ComponentProps } from 'react'

export type ButtonLook = 'primary' | 'plain' | 'quiet' | 'danger'

const LOOKS: Record<ButtonLook, string> = {
  primary: 'bg-lamp text-on-lamp hover:bg-lamp-strong',
  plain: 'border border-line bg-raised text-text hover:border-line-strong',
  quiet: 'text-soft hover:bg-raised hover:text-text',
  danger: 'border border-line bg-raised text-failed hover:border-failed',
}

/** Also for links that look like a button. */
export function buttonClass(look: ButtonLook = 'plain', more = ''): string {
  return `inline-flex h-9 pointer-coarse:h-11 shrink-0 items-center justify-center gap-2 rounded-card px-3.5 text-control font-medium whitespace-nowrap transition-colors disabled:cursor-default disabled:opacity-60 ${LOOKS[look]} ${more}`
}

export function Button({
  look = 'plain',
  className = '',
  type = 'button',
  ...rest
}: ComponentProps<'button'> & { look?: ButtonLook }) {
  return <button type={type} className={buttonClass(look, className)} {...rest} />
}
