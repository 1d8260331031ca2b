import { useCallback, useState } from 'react'
import { useLessMotion } from '@/lib/client/browser-facts'
import type { CameraGuide } from '@/lib/shared/messages/load-camera-guide'
import { CameraTile } from './camera-tile'
import { useCameraWord } from './camera-word'
import { useThumbnail } from './use-thumbnail'

/** Shown until there is a picture of the person's own: with something in the middle, and something around it. */
const EXAMPLE = '/examples/coffee.webp'
/** Width over height: a long picture is cut on the tiles, so that they stay of one size. */
const RATIOS = { narrowest: 1, usual: 1.5, widest: 1.6 }

export type GridProps = {
  /** Of the group of radio buttons. */
  name: string
  value: string
  moves: readonly string[]
  pictureUrl: string | null
  guide: CameraGuide
  onChange: (move: string) => void
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
      <NoMove name={name} guide={guide} isChosen={value === ''} onChange={onChange} />
      <div className="mt-2 grid grid-cols-2 gap-2 sm:grid-cols-4 lg:grid-cols-5">
        {moves.map((move) => (
          <CameraTile
            key={move}
            name={name}
            move={move}
            word={word(move)}
            text={texts.get(move)}
            picture={thumbnail?.url ?? null}
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

function NoMove(props: {
  name: string
  guide: CameraGuide
  isChosen: boolean
  onChange: (move: string) => void
}) {
  const { name, guide, isChosen, onChange } = props
  return (
    <label className="relative flex min-h-11 cursor-pointer items-center gap-3 rounded-card border border-line bg-surface px-2.5 py-1.5 transition-colors hover:border-line-strong has-checked:border-accent has-checked:bg-raised has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent">
      <input
        type="radio"
        id={`${name}-none`}
        name={name}
        value=""
        checked={isChosen}
        aria-labelledby={`${name}-none-word`}
        aria-describedby={`${name}-none-text`}
        onChange={() => onChange('')}
        className="absolute inset-0 cursor-[inherit] opacity-0"
      />
      <span id={`${name}-none-word`} className="font-medium">
        {guide.none}
      </span>
      <span id={`${name}-none-text`} className="text-meta text-soft">
        {guide.noneText}
      </span>
    </label>
  )
}
