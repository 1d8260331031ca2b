import type { ComponentProps, ReactNode } from 'react'
import Check from 'lucide-react/icons/check'
import Minus from 'lucide-react/icons/minus'

/** One of several that are chosen together: a native checkbox. `isMixed`: some of those that it stands for. */
export function Checkbox({
  children,
  isMixed = false,
  ...rest
}: ComponentProps<'input'> & { children?: ReactNode; isMixed?: boolean }) {
  return (
    <label className="group/check relative inline-flex min-h-7 min-w-7 shrink-0 cursor-pointer items-center gap-2.5 rounded-inner text-meta has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent has-disabled:cursor-not-allowed has-disabled:opacity-60 pointer-coarse:min-h-11 pointer-coarse:min-w-11">
      <input
        type="checkbox"
        ref={(box) => {
          if (box) box.indeterminate = isMixed
        }}
        className="absolute inset-0 size-full cursor-[inherit] opacity-0"
        {...rest}
      />
      <span
        aria-hidden
        className="grid size-5 shrink-0 place-items-center rounded-inner border border-line-strong bg-surface text-on-lamp transition-colors group-has-checked/check:border-lamp group-has-checked/check:bg-lamp group-has-indeterminate/check:border-lamp group-has-indeterminate/check:bg-lamp pointer-coarse:size-6"
      >
        {isMixed ? (
          <Minus className="size-4" strokeWidth={2.5} />
        ) : (
          <Check className="hidden size-4 group-has-checked/check:block" strokeWidth={2.5} />
        )}
      </span>
      {children && <span className="min-w-0">{children}</span>}
    </label>
  )
}
