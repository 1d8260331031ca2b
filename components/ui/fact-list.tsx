import type { ReactNode } from 'react'

/** Names and values under a title. Nothing where there is nothing to say. */
export function FactList(props: { title: string; facts: readonly [string, ReactNode][] }) {
  if (props.facts.length === 0) return null
  return (
    <section className="border-t border-line pt-4">
      <h2 className="mb-2 text-meta font-semibold">{props.title}</h2>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1 text-meta">
        {props.facts.map(([name, value]) => (
          <div key={name} className="col-span-2 grid grid-cols-subgrid pointer-coarse:items-center">
            <dt className="text-soft">{name}</dt>
            <dd className="text-right whitespace-pre-wrap tabular-nums wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
