import type { ComponentProps, ReactNode } from 'react'

/** On or off, at once: a native checkbox that says it is a switch. The place of its thumb tells it too, not its colour alone. */
export function Switch({ children, ...rest }: ComponentProps<'input'> & { children: ReactNode }) {
  return (
    <label className="group/switch relative flex min-h-9 cursor-pointer items-center justify-between gap-4 rounded-inner has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent has-disabled:cursor-not-allowed has-disabled:text-faint pointer-coarse:min-h-11">
      <span className="min-w-0">{children}</span>
      <input
        type="checkbox"
        role="switch"
        className="absolute inset-0 size-full cursor-[inherit] opacity-0"
        {...rest}
      />
      <span
        aria-hidden
        className="flex h-5 w-9 shrink-0 items-center rounded-full border border-line-strong bg-surface px-0.5 transition-colors group-has-checked/switch:border-lamp group-has-checked/switch:bg-lamp group-has-disabled/switch:opacity-60"
      >
        <span className="size-3.5 rounded-full bg-soft transition-transform group-has-checked/switch:translate-x-4 group-has-checked/switch:bg-on-lamp" />
      </span>
    </label>
  )
}
