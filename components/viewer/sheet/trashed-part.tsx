import { useTranslations } from 'next-intl'
import { useLate } from '@/lib/client/use-late'
import type { TaskOnWire } from '@/lib/shared/wire'
import { DaysLeft } from '../../gallery/trash/days-left'
import { SelectingWords, useLoadSelecting } from '../../keeping/selecting-words'

const loadTools = () => import('./trashed-tools')

/** In the place of all that is done with a clip: that it is in the trash and for how long, and the two ways out. */
export function TrashedPart({ task, onPurged }: { task: TaskOnWire; onPurged: () => void }) {
  const t = useTranslations('collections')
  const tools = useLate(loadTools, true)
  const words = useLoadSelecting(true)
  return (
    <section aria-label={t('inTrash')} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <p role="status">{t('inTrash')}</p>
        {/* Outside of what is spoken by itself: it goes on with the time. */}
        <p className="text-meta text-soft">
          {task.deletedAt !== null && <DaysLeft deletedAt={task.deletedAt} />}
        </p>
      </div>
      <div className="flex min-h-9 flex-wrap gap-2 pointer-coarse:min-h-11">
        {tools && words && (
          <SelectingWords words={words}>
            <tools.TrashedTools id={task.id} onPurged={onPurged} />
          </SelectingWords>
        )}
      </div>
    </section>
  )
}
