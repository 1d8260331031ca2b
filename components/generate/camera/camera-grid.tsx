import { useCallback, useState, type KeyboardEvent } from 'react'
import { useLessMotion } from '@/lib/client/browser-facts'
import { thumbnailOf } from '@/lib/client/thumbnail'
import type { CameraGuide } from '@/lib/shared/messages/load-camera-guide'
import { CameraTile } from './camera-tile'
import { useCameraWord } from './camera-word'
import { useThumbnail } from './use-thumbnail'

/** Shown until there is a picture of the person's own: with something in the middle, and something around it. */
const EXAMPLE = '/examples/coffee.webp'
const NONE = ''
/** Width over height: a long picture is cut on the tiles, so that they stay of one size. */
const RATIOS = { narrowest: 1.2, usual: 1.5, widest: 1.6 }

export type GridProps = {
  /** Of the group of radio buttons. */
  name: string
  value: string
  moves: readonly string[]
  pictureUrl: string | null
  guide: CameraGuide
  onChange: (move: string) => void
}

/** So that the moves are there at once when they are opened. */
export function prepareGrid(pictureUrl: string | null): void {
  void thumbnailOf(pictureUrl ?? EXAMPLE)
}

/** All moves, and none, as native radio buttons. One plays at a time. */
export function CameraGrid({ name, value, moves, pictureUrl, guide, onChange }: GridProps) {
  const word = useCameraWord()
  const hasStills = useLessMotion()
  const thumbnail = useThumbnail(pictureUrl ?? EXAMPLE)
  const [played, setPlayed] = useState<string | null>(null)
  const handleStop = useCallback(
    (move: string) => setPlayed((current) => (current === move ? null : current)),
    [],
  )
  const ratio = thumbnail?.ratio ?? RATIOS.usual
  const texts = new Map(Object.entries(guide.moves))
  return (
    <fieldset role="radiogroup" aria-label={guide.title} className="min-w-0">
      <div
        onKeyDown={handleArrow}
        className="grid grid-cols-2 gap-2 sm:grid-cols-4 lg:grid-cols-5 xl:grid-cols-7"
      >
        {[NONE, ...moves].map((move) => (
          <CameraTile
            key={move}
            name={name}
            move={move}
            word={move === NONE ? guide.none : word(move)}
            text={move === NONE ? guide.noneText : texts.get(move)}
            picture={thumbnail}
            ratio={Math.min(Math.max(ratio, RATIOS.narrowest), RATIOS.widest)}
            isChosen={value === move}
            isPlaying={played === move}
            hasStills={hasStills}
            onChoose={onChange}
            onPlay={setPlayed}
            onStop={handleStop}
          />
        ))}
      </div>
    </fieldset>
  )
}

/** Up and down by rows: by themselves radio buttons know only the one before and the one after. */
function handleArrow(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
  if (!step) return
  event.preventDefault()
  const buttons = [...event.currentTarget.querySelectorAll('input')]
  const columns = getComputedStyle(event.currentTarget).gridTemplateColumns.split(' ').length
  const here = buttons.findIndex((button) => button === event.target)
  const next = buttons[here + step * columns]
  next?.focus()
  next?.click()
}
