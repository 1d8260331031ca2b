import { useId, useState } from 'react'
import { useTranslations } from 'next-intl'
import { ManyBar } from './many-bar'
import type { NeedyGroup } from './group-items'
import { NeedyCard } from './needy-card'

/** Tasks that wait for one reason, which is said once; with several of them all can be decided together. */
export function NeedySection({ group }: { group: NeedyGroup }) {
  const t = useTranslations('attention')
  const id = useId()
  const { kind, sentence, items } = group
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const isSeveral = items.length > 1
  const selected = items.filter(({ task }) => chosen.has(task.id))
  const toggle = (taskId: string) => {
    const next = new Set(chosen)
    if (!next.delete(taskId)) next.add(taskId)
    setChosen(next)
  }
  const selectAll = (isOn: boolean) =>
    setChosen(new Set(isOn ? items.map(({ task }) => task.id) : []))
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3">
      <div>
        <h2 id={id} className="text-title font-semibold">
          {t(kind, { count: items.length })}
        </h2>
        <p className="mt-1 max-w-prose text-soft">{sentence}</p>
        {kind === 'lost' && <p className="max-w-prose text-soft">{t('lostText')}</p>}
      </div>
      {isSeveral && (
        <ManyBar kind={kind} count={items.length} selected={selected} onSelectAll={selectAll} />
      )}
      <ul className="flex flex-col gap-3">
        {items.map((item) => (
          <NeedyCard
            key={`${item.task.id}.${item.task.attempt}`}
            item={item}
            saidAbove={sentence}
            selection={
              isSeveral
                ? { isOn: chosen.has(item.task.id), toggle: () => toggle(item.task.id) }
                : null
            }
          />
        ))}
      </ul>
    </section>
  )
}
