import { memo } from 'react'
import Check from 'lucide-react/icons/check'
import type { Thumbnail } from '@/lib/client/thumbnail'
import { CameraPreview } from './camera-preview'

export type TileProps = {
  /** Of the group of radio buttons. */
  name: string
  move: string
  word: string
  /** What the gateway's page says of the move; nothing where the studio does not know it. */
  text: string | undefined
  picture: Thumbnail | null
  /** Width over height. */
  ratio: number
  isChosen: boolean
  isPlaying: boolean
  /** How it starts and ends beside each other, for those who want no motion. */
  hasStills: boolean
  onChoose: (move: string) => void
  onPlay: (move: string) => void
  onStop: (move: string) => void
}

/** One move to choose: it plays while somebody points at it or the focus is on it. */
export const CameraTile = memo(function CameraTile(props: TileProps) {
  const { name, move, word, text, picture, ratio, isChosen, isPlaying, hasStills } = props
  const { onChoose, onPlay, onStop } = props
  const id = `${name}-${move || 'none'}`
  const frame = { move, picture, className: 'min-w-0 flex-1' }
  return (
    <label
      // A finger has no place before it presses and none after it: there the press alone counts.
      onPointerEnter={(event) => event.pointerType !== 'touch' && onPlay(move)}
      onPointerLeave={(event) => event.pointerType !== 'touch' && onStop(move)}
      className="relative flex cursor-pointer flex-col overflow-hidden rounded-card border border-line bg-surface transition-colors hover:border-line-strong has-checked:border-accent has-checked:bg-raised has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
    >
      <input
        type="radio"
        id={id}
        name={name}
        value={move}
        checked={isChosen}
        aria-labelledby={`${id}-word`}
        aria-describedby={`${id}-text`}
        onChange={() => onChoose(move)}
        onClick={() => onPlay(move)}
        onFocus={() => onPlay(move)}
        onBlur={() => onStop(move)}
        className="absolute inset-0 cursor-[inherit] opacity-0"
      />
      <span className="flex gap-px" style={{ aspectRatio: ratio }}>
        {hasStills && move !== '' ? (
          <>
            <CameraPreview {...frame} />
            <CameraPreview {...frame} moment="end" />
          </>
        ) : (
          <CameraPreview {...frame} isPlaying={isPlaying} />
        )}
      </span>
      {isChosen && (
        <span className="absolute top-1.5 right-1.5 rounded-full bg-lamp p-0.5 text-on-lamp">
          <Check aria-hidden className="size-3.5" />
        </span>
      )}
      <span className="flex flex-1 flex-col px-2.5 pt-1.5 pb-2">
        <span id={`${id}-word`} className="font-medium">
          {word}
        </span>
        <span id={`${id}-text`} className="text-meta text-soft">
          {text}
        </span>
        {move !== '' && <code className="mt-auto pt-0.5 text-meta text-faint">{move}</code>}
      </span>
    </label>
  )
})
