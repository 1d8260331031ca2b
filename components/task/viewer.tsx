import { useTranslations } from 'next-intl'
import { isActive } from '@/lib/shared/task-states'
import type { TaskOnWire } from '@/lib/shared/wire'
import { clipPicture, clipRatio } from '../player/clip-picture'
import { ClipVideo } from '../player/clip-video'
import { ratioStyle } from '../gallery/clip-rows'

/** The clip, black around it, and behind it a faint reflection of itself. */
export function Viewer({ task }: { task: TaskOnWire }) {
  const t = useTranslations('task')
  const picture = clipPicture(task)
  const [video] = task.videos
  return (
    <section aria-label={t('viewer')} className="relative stage overflow-hidden bg-black">
      {picture && (
        <img
          src={picture}
          alt=""
          className="absolute inset-0 size-full scale-110 object-cover opacity-20 blur-3xl"
        />
      )}
      <div style={ratioStyle(clipRatio(task))} className="relative on-stage">
        {video && task.status === 'succeeded' ? (
          <ClipVideo video={video} poster={picture} label={task.prompt} className="size-full" />
        ) : (
          picture && (
            <img
              src={picture}
              alt={t('inputAlt', { role: task.inputs[0]?.role ?? 'image' })}
              className={`size-full object-contain ${isActive(task.status) ? 'animate-breathe' : 'opacity-40'}`}
            />
          )
        )}
      </div>
    </section>
  )
}
