import { useTranslations } from 'next-intl'
import type { TaskOnWire } from '@/lib/shared/wire'
import { ActionError } from '../task/action-error'
import { DeleteTask } from '../task/delete-task'
import { AskAgainButton } from '../task/task-actions'
import { useDecide } from '../task/use-decide'
import { Button } from '../ui/button'

/** The clip was made: it is asked for again, which is free, or let go. */
export function LostWays({ task }: { task: TaskOnWire }) {
  const t = useTranslations('resolve')
  const { decide, isBusy, error } = useDecide(task)
  return (
    <div className="flex flex-wrap items-start gap-2 pt-2">
      {task.taskId && <AskAgainButton task={task} taskId={task.taskId} />}
      <Button disabled={isBusy} onClick={() => decide({ action: 'dismiss' })}>
        {isBusy ? t('asking') : t('dismissYes')}
      </Button>
      <DeleteTask id={task.id} />
      <ActionError error={error} />
    </div>
  )
}
