import { useTranslations } from 'next-intl'
import { isActive } from '@/lib/shared/task-states'
import type { TaskOnWire } from '@/lib/shared/wire'
import { clipPicture } from '../player/clip-picture'

/** Where there is no clip, or not yet: the picture that it is made from. */
export function StagePicture({ task }: { task: TaskOnWire }) {
  const t = useTranslations('task')
  const picture = clipPicture(task)
  if (!picture) return null
  return (
    <img
      src={picture}
      alt={t('inputAlt', { role: task.inputs[0]?.role ?? 'image' })}
      className={`size-full object-contain ${isActive(task.status) ? 'animate-breathe' : 'opacity-40'}`}
    />
  )
}
