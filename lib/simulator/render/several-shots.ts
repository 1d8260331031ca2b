import type { Shot } from './camera-shot'
import { loadCloseUp, loadSource, type CloseUp, type Size } from './load-source'
import type { YuvPicture } from './yuv-picture'

/** A clip of so many seconds has a shot for about every two and a half. */
export function shotCount(seconds: number): number {
  return Math.round(seconds / 2.5)
}

/** One after the other, equally long, with hard cuts. */
export function cutTogether(shots: readonly Shot[]): Shot {
  return (frame, t) => {
    const place = t * shots.length
    const index = Math.min(Math.floor(place), shots.length - 1)
    shots[index]?.(frame, place - index)
  }
}

/** Neighbours differ in what they show and in where the camera goes, so that each cut is seen. */
const CLOSE_UPS: readonly { look: CloseUp; move: string }[] = [
  { look: { part: 0.5, x: 0.5, y: 0.38 }, move: 'zoom_out' },
  { look: { part: 0.6, x: 0.2, y: 0.6 }, move: 'horizontal_right' },
  { look: { part: 0.7, x: 0.75, y: 0.35 }, move: 'horizontal_left' },
]

/** The picture as the shot with this number frames it, and the move of that shot; 0 is all of it. */
export async function loadFraming(
  file: string,
  clip: Size,
  index: number,
): Promise<{ picture: YuvPicture; move: string | null }> {
  const framing = index === 0 ? undefined : CLOSE_UPS[(index - 1) % CLOSE_UPS.length]
  if (!framing) return { picture: await loadSource(file, clip), move: null }
  return { picture: await loadCloseUp(file, clip, framing.look), move: framing.move }
}
