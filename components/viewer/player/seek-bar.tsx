import type { KeyboardEvent } from 'react'
import { useTranslations } from 'next-intl'
import type { MediaState } from './use-media'
import { clockWords } from './clock-words'

/** Seconds of an arrow key: clips are short. */
const ARROW_SECONDS = 0.5
const ARROWS: Record<string, number> = {
  ArrowLeft: -ARROW_SECONDS,
  ArrowDown: -ARROW_SECONDS,
  ArrowRight: ARROW_SECONDS,
  ArrowUp: ARROW_SECONDS,
}

/** Where the clip stands, to be moved by pointer, finger and keys; behind it what of the clip has come. */
export function SeekBar(props: {
  media: MediaState
  seconds: number
  onSeek: (seconds: number) => void
}) {
  const t = useTranslations('viewer')
  const { media, seconds, onSeek } = props
  const { duration, buffered } = media
  const handleKey = (event: KeyboardEvent) => {
    const by = ARROWS[event.key]
    if (by === undefined || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    onSeek(Math.min(Math.max(seconds + by, 0), duration))
  }
  return (
    <div className="relative flex h-6 items-center pointer-coarse:h-11">
      <div
        aria-hidden
        className="absolute inset-x-0 h-1 overflow-hidden rounded-full bg-on-night-hover"
      >
        {buffered.map(({ from, until }) => (
          <span
            key={from}
            className="absolute inset-y-0 bg-on-night-hover"
            style={{ left: percent(from), width: percent(until - from) }}
          />
        ))}
        <span
          className="absolute inset-y-0 left-0 bg-on-night"
          style={{ width: percent(duration === 0 ? 0 : seconds / duration) }}
        />
      </div>
      <input
        type="range"
        min={0}
        max={duration}
        step={0.001}
        value={Math.min(seconds, duration)}
        disabled={duration === 0}
        aria-label={t('seek')}
        aria-valuetext={t('at', { at: clockWords(seconds), of: clockWords(duration) })}
        onChange={(event) => onSeek(event.target.valueAsNumber)}
        onKeyDown={handleKey}
        className="slider-on-night relative w-full"
      />
    </div>
  )
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`
}
