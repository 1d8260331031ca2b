import { useState } from 'react'
import Volume2 from 'lucide-react/icons/volume-2'
import VolumeX from 'lucide-react/icons/volume-x'
import { useTranslations } from 'next-intl'
import { NightButton } from './night-button'
import type { PlayerActions } from './player-actions'
import type { MediaState } from './use-media'

/** On and off, and how loud; a phone has keys for the latter. */
export function SoundControl({ media, actions }: { media: MediaState; actions: PlayerActions }) {
  const t = useTranslations('viewer')
  const { isMuted, volume } = media
  // While it is moved it stands where the hand is, and not where the clip has got to.
  const [held, setHeld] = useState<number | null>(null)
  const isSilent = isMuted || volume === 0
  return (
    <span className="flex items-center">
      <NightButton label={t(isSilent ? 'soundOn' : 'soundOff')} onClick={actions.toggleSound}>
        {isSilent ? (
          <VolumeX aria-hidden className="size-4" />
        ) : (
          <Volume2 aria-hidden className="size-4" />
        )}
      </NightButton>
      <input
        type="range"
        min={0}
        max={1}
        step={0.05}
        value={held ?? (isMuted ? 0 : volume)}
        aria-label={t('volume')}
        onChange={(event) => {
          setHeld(event.target.valueAsNumber)
          actions.setVolume(event.target.valueAsNumber)
        }}
        onPointerUp={() => setHeld(null)}
        onKeyUp={() => setHeld(null)}
        onBlur={() => setHeld(null)}
        className="slider-on-night slider-filled w-16 max-sm:hidden pointer-coarse:hidden"
      />
    </span>
  )
}
