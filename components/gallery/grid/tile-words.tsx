import Download from 'lucide-react/icons/download'
import { useTranslations } from 'next-intl'
import type { TaskOnWire } from '@/lib/shared/wire'
import { PICTURE_ICON_BUTTON } from '../../ui/icon-button'
import { MadeOrLeft } from '../trash/days-left'
import { modelLabel, useClipName, useDuration } from './clip-words'

/** The words of a clip, over it while somebody looks at it. */
export function TileWords({ task }: { task: TaskOnWire }) {
  const t = useTranslations('grid')
  const name = useClipName()
  const duration = useDuration()
  const [video] = task.videos
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-0 animate-arrive scrim px-2.5 pt-8 pb-1 text-meta text-on-night">
      <p className="line-clamp-2">{name(task)}</p>
      <p className="flex min-h-8 items-center gap-2.5 whitespace-nowrap text-on-night-soft tabular-nums">
        <span>{duration(task)}</span>
        <span className="min-w-0 truncate">
          {modelLabel(task)} · <MadeOrLeft {...task} />
        </span>
        {video && (
          <a
            href={video.downloadUrl}
            download
            tabIndex={-1}
            aria-label={t('download')}
            title={t('download')}
            className={`pointer-events-auto -mr-1.5 ml-auto hidden @4xs:flex ${PICTURE_ICON_BUTTON}`}
          >
            <Download aria-hidden className="size-4" />
          </a>
        )}
      </p>
    </div>
  )
}
