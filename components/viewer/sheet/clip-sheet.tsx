import ArrowLeft from 'lucide-react/icons/arrow-left'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { wantPlace } from '@/lib/client/gallery/kept-place'
import { galleryHref } from '@/lib/client/gallery/open-clip'
import { isActive } from '@/lib/shared/task-states'
import type { TaskOnWire } from '@/lib/shared/wire'
import { NextWords } from '../../player/next-words'
import { TimeSince } from '../../player/span-of-time'
import { TaskState } from '../../player/task-state'
import { ResolvePanel } from '../../task/resolve-panel'
import { TaskActions } from '../../task/task-actions'
import { TaskFacts } from '../../task/task-facts'
import { TaskHistory } from '../../task/task-history'
import { TaskPrompt } from '../../task/task-prompt'
import { TEXT_BUTTON } from '../../ui/text-button'
import { CopySettings } from './copy-settings'
import { FamilySection } from './family-section'
import { GoOn } from './go-on'
import { KeptPart } from './kept-part'
import { RawAnswers } from './raw-answers'
import { TrashedPart } from './trashed-part'

/** All that is known of a clip and can be done with it. */
export function ClipSheet(props: {
  task: TaskOnWire
  /** The file of its clip is lost: nothing is offered that needs it. */
  isGone: boolean
  search: string
  isOver: boolean
  className: string
  /** Shows another clip in the place of this one. */
  onShow: (id: string) => void
  onDeleted: () => void
}) {
  const t = useTranslations('task')
  const { task, isGone, search, isOver, className, onShow, onDeleted } = props
  const isInTrash = task.deletedAt !== null
  return (
    <div
      className={`flex flex-col gap-6 border-line p-4 sm:p-6 lg:overflow-y-auto lg:border-l ${className}`}
    >
      {!isOver && (
        <Link
          href={galleryHref(search)}
          onClick={() => wantPlace(search, task.id)}
          className={`-my-1.5 self-start ${TEXT_BUTTON}`}
        >
          <ArrowLeft aria-hidden className="size-4" />
          {t('back')}
        </Link>
      )}
      <TaskPrompt key={task.id} prompt={task.prompt} />
      <Status task={task} isGone={isGone} />
      {task.status === 'unconfirmed' && (
        <ResolvePanel key={`${task.id} ${task.attempt}`} task={task} />
      )}
      {isInTrash ? (
        <TrashedPart key={`trash ${task.id}`} task={task} onPurged={onDeleted} />
      ) : (
        <>
          <TaskActions key={`do ${task.id}`} task={task} isGone={isGone} onDeleted={onDeleted} />
          <KeptPart key={`keep ${task.id}`} task={task} />
          <GoOn key={`on ${task.id}`} task={task} isGone={isGone} />
        </>
      )}
      <FamilySection task={task} search={search} onShow={isOver ? onShow : undefined} />
      <TaskHistory task={task} />
      <TaskFacts task={task} />
      <CopySettings task={task} />
      <RawAnswers key={`raw ${task.id}`} task={task} />
    </div>
  )
}

function Status({ task, isGone }: { task: TaskOnWire; isGone: boolean }) {
  const t = useTranslations('lostClip')
  return (
    <div className="flex flex-col gap-1.5">
      <div role="status" className="flex flex-col gap-1.5">
        <TaskState status={task.status} />
        {task.error && <p>{task.error.message}</p>}
      </div>
      {/* Outside of what is spoken by itself: it goes on with the time. */}
      {task.deletedAt === null && (
        <p className="text-meta text-soft">
          {isGone ? t('gone.next') : <NextWords task={task} />}{' '}
          {isActive(task.status) && <TimeSince iso={task.submittedAt ?? task.createdAt} />}
        </p>
      )}
    </div>
  )
}
