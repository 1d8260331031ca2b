import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { familyQueries } from '@/lib/client/family-queries'
import type { FamilyMember } from '@/lib/shared/family-wire'
import type { TaskOnWire } from '@/lib/shared/wire'
import { LatePart } from '../../generate/late-part'
import { Disclosure } from '../../ui/disclosure'
import { FamilyStrip } from './family-strip'

const loadDiff = async () => (await import('./family-diff')).FamilyDiff

/** Where a clip comes from and what came of it; beside whom it stands. Nothing for one that stands alone. */
export function FamilySection(props: {
  task: TaskOnWire
  search: string
  onShow?: (id: string) => void
}) {
  const t = useTranslations('family')
  const { task, search, onShow } = props
  const hasFamily = task.parent !== null || task.childCount > 0
  const { data } = useQuery({ ...familyQueries.family(task.id), enabled: hasFamily })
  const [isOpen, setOpen] = useState(false)
  if (!hasFamily) return null
  const { ancestors = [], siblings = [], children = [] } = data ?? {}
  const strip = { search, onShow }
  return (
    <section className="flex flex-col gap-3 border-t border-line pt-4">
      <h2 className="text-meta font-semibold">
        {t('title')}
        {task.childCount > 0 && (
          <span className="ml-2 font-normal text-soft">
            {t('remixed', { count: task.childCount })}
          </span>
        )}
      </h2>
      <Line label={t('from')} members={ancestors} {...strip} />
      <Line label={t('became')} members={children} {...strip} />
      <Line label={t('beside')} members={siblings} {...strip} />
      {task.parent && (
        <Disclosure key={task.id} title={t('diff')} onToggle={setOpen}>
          {isOpen && (
            <LatePart load={loadDiff} with={{ task, parentId: task.parent.id }} className="pb-3" />
          )}
        </Disclosure>
      )}
    </section>
  )
}

function Line(props: {
  label: string
  members: readonly FamilyMember[]
  search: string
  onShow?: (id: string) => void
}) {
  const { label, members, search, onShow } = props
  if (members.length === 0) return null
  return (
    <div>
      <p aria-hidden className="mb-1 text-meta text-soft">
        {label}
      </p>
      <FamilyStrip label={label} members={members} search={search} onShow={onShow} />
    </div>
  )
}
