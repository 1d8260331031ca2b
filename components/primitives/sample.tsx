import type { ReactNode } from 'react'

/** The samples of one file of components/ui, under its name. */
export function Samples({ of, children }: { of: string; children: ReactNode }) {
  return (
    <div data-primitive={of} className="border-b border-line py-6">
      <h2 className="mb-4 text-meta font-semibold text-soft">
        <code>{of}</code>
      </h2>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,16rem),1fr))] items-start gap-x-6 gap-y-5">
        {children}
      </div>
    </div>
  )
}

/** One state, with its name above it. `isWide`: it needs the whole line. */
export function Sample(props: { state: string; isWide?: boolean; children: ReactNode }) {
  return (
    <div className={`min-w-0 ${props.isWide ? 'col-span-full' : ''}`}>
      <p className="mb-2 text-meta text-faint">{props.state}</p>
      {props.children}
    </div>
  )
}
