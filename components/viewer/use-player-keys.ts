import { useShortcut } from '@/lib/client/shortcuts/use-shortcut'
import type { PlayerActions } from './player/player-actions'
import type { FullScreen } from './player/use-full-screen'

/** Seconds of a jump by key: clips are short. */
const JUMP_SECONDS = 1

/** The player's own keys; without a clip that plays they are the browser's. */
export function usePlayerKeys(actions: PlayerActions | null, fullScreen: FullScreen): void {
  const isActive = actions !== null
  useShortcut('viewer.play', () => actions?.toggle(), { isActive })
  useShortcut('viewer.back', () => actions?.seekBy(-JUMP_SECONDS), { isActive })
  useShortcut('viewer.ahead', () => actions?.seekBy(JUMP_SECONDS), { isActive })
  useShortcut('viewer.frameBack', () => void actions?.step(-1), { isActive })
  useShortcut('viewer.frameAhead', () => void actions?.step(1), { isActive })
  useShortcut('viewer.loop', () => actions?.toggleLoop(), { isActive })
  useShortcut('viewer.slower', () => actions?.changeSpeed(-1), { isActive })
  useShortcut('viewer.faster', () => actions?.changeSpeed(1), { isActive })
  useShortcut('viewer.mute', () => actions?.toggleSound(), { isActive })
  useShortcut('viewer.fullscreen', fullScreen.toggle, {
    isActive: isActive && fullScreen.isOffered,
  })
}
