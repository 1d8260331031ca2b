import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import type { TaskOnWire } from '@/lib/shared/wire'
import { ratioStyle } from '../gallery/clip-rows'
import { clipPicture, clipRatio } from '../player/clip-picture'
import { ClipVideo } from './clip-video'
import { LostClip } from './lost-clip'
import { applyPreferences, playerActions } from './player/player-actions'
import { PlayerBar } from './player/player-bar'
import { useFullScreen } from './player/use-full-screen'
import { useMedia } from './player/use-media'
import { NoClip } from './no-clip'
import { StagePicture } from './stage-picture'
import { useEarlyError, type ClipTrouble } from './use-clip-trouble'
import { useIdle } from './use-idle'
import { usePlayerKeys } from './use-player-keys'
import { useSwipe } from './use-swipe'

/** The clip, black around it, behind it a faint reflection of itself, and over it controls that fade. */
export function ClipStage(props: {
  /** Undefined while it is asked for, null where it is gone. */
  task: TaskOnWire | null | undefined
  /** Why its clip does not play. */
  trouble: ClipTrouble | null
  isAutoPlay: boolean
  /** What leads away from the clip: to its neighbours, out, and to its sheet. */
  children: ReactNode
  onTurn: (direction: -1 | 1) => void
  onError: () => void
}) {
  const { task, trouble, isAutoPlay, children, onTurn, onError } = props
  const t = useTranslations('task')
  const [stage, setStage] = useState<HTMLElement | null>(null)
  const [video, setVideo] = useState<HTMLVideoElement | null>(null)
  const takeVideo = useCallback((element: HTMLVideoElement | null) => {
    if (element) applyPreferences(element)
    setVideo(element)
  }, [])
  const actions = useMemo(() => video && playerActions(video), [video])
  const { isPlaying } = useMedia(video)
  const isIdle = useIdle(stage, isPlaying)
  const fullScreen = useFullScreen(stage)
  const picture = task ? clipPicture(task) : null
  const [clip] = task?.status === 'succeeded' ? task.videos : []
  useEarlyError(video)
  usePlayerKeys(actions, fullScreen)
  return (
    <section
      ref={setStage}
      aria-label={t('viewer')}
      tabIndex={-1}
      data-first
      data-idle={isIdle}
      {...useSwipe(onTurn)}
      className="relative stage overflow-hidden bg-black outline-none data-[idle=true]:cursor-none"
    >
      {picture && (
        <img
          src={picture}
          alt=""
          className="absolute inset-0 size-full scale-110 object-cover opacity-20 blur-3xl"
        />
      )}
      {task && (
        <div style={ratioStyle(clipRatio(task))} className="relative on-stage">
          {clip && trouble ? (
            <LostClip task={task} trouble={trouble} />
          ) : clip ? (
            <ClipVideo
              key={`${clip.url} ${clip.savedAt}`}
              ref={takeVideo}
              video={clip}
              poster={picture}
              label={task.prompt}
              isAutoPlay={isAutoPlay}
              isIdle={isIdle}
              onError={onError}
              onPress={() => actions?.toggle()}
              onPressTwice={fullScreen.toggle}
            />
          ) : (
            <StagePicture task={task} />
          )}
        </div>
      )}
      {task === null && <NoClip />}
      {children}
      {video && actions && !trouble && (
        <div className="player-line scrim lg:fading">
          <PlayerBar video={video} actions={actions} fullScreen={fullScreen} />
        </div>
      )}
    </section>
  )
}
