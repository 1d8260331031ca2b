import Maximize from 'lucide-react/icons/maximize'
import Minimize from 'lucide-react/icons/minimize'
import Pause from 'lucide-react/icons/pause'
import PictureInPicture2 from 'lucide-react/icons/picture-in-picture-2'
import Play from 'lucide-react/icons/play'
import Repeat from 'lucide-react/icons/repeat'
import StepBack from 'lucide-react/icons/step-back'
import StepForward from 'lucide-react/icons/step-forward'
import { useTranslations } from 'next-intl'
import { clockWords } from './clock-words'
import { NightButton } from './night-button'
import type { PlayerActions } from './player-actions'
import { SeekBar } from './seek-bar'
import { SoundControl } from './sound-control'
import { SpeedSelect } from './speed-select'
import { useMedia } from './use-media'
import { usePlayhead } from './use-playhead'
import type { FullScreen } from './use-full-screen'

/** Everything that plays, in one line under its seek bar. */
export function PlayerBar(props: {
  video: HTMLVideoElement
  actions: PlayerActions
  fullScreen: FullScreen
}) {
  const { video, actions, fullScreen } = props
  const t = useTranslations('viewer')
  const media = useMedia(video)
  const [seconds, saySeconds] = usePlayhead(video)
  const handleSeek = (to: number) => {
    saySeconds(to)
    actions.seek(to)
  }
  return (
    <div role="group" aria-label={t('controls')}>
      <SeekBar media={media} seconds={seconds} onSeek={handleSeek} />
      <div className="flex flex-wrap items-center gap-1 text-meta text-on-night">
        <NightButton label={t(media.isPlaying ? 'pause' : 'play')} onClick={actions.toggle}>
          {media.isPlaying ? (
            <Pause aria-hidden className="size-4 fill-current" />
          ) : (
            <Play aria-hidden className="size-4 fill-current" />
          )}
        </NightButton>
        <NightButton label={t('frameBack')} onClick={() => void actions.step(-1)}>
          <StepBack aria-hidden className="size-4" />
        </NightButton>
        <NightButton label={t('frameOn')} onClick={() => void actions.step(1)}>
          <StepForward aria-hidden className="size-4" />
        </NightButton>
        <span className="px-1 whitespace-nowrap tabular-nums">
          {clockWords(seconds)}
          <span className="text-on-night-soft"> / {clockWords(media.duration)}</span>
        </span>
        <span className="ml-auto flex items-center gap-1">
          <NightButton label={t('loop')} aria-pressed={media.isLooped} onClick={actions.toggleLoop}>
            <Repeat aria-hidden className="size-4" />
          </NightButton>
          <SpeedSelect speed={media.speed} onSpeed={actions.setSpeed} />
          <SoundControl media={media} actions={actions} />
          {document.pictureInPictureEnabled && (
            <NightButton
              label={t('picture')}
              onClick={actions.togglePicture}
              className="hidden sm:flex"
            >
              <PictureInPicture2 aria-hidden className="size-4" />
            </NightButton>
          )}
          {fullScreen.isOffered && (
            <NightButton
              label={t(fullScreen.isOn ? 'fullScreenEnd' : 'fullScreen')}
              onClick={fullScreen.toggle}
            >
              {fullScreen.isOn ? (
                <Minimize aria-hidden className="size-4" />
              ) : (
                <Maximize aria-hidden className="size-4" />
              )}
            </NightButton>
          )}
        </span>
      </div>
    </div>
  )
}
