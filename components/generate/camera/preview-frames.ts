import type { CameraPreview, PreviewStop } from './camera-previews'

/** Milliseconds for which a move stands before it begins, and when it is over: one sees where it comes from and where it got. */
const STANDS_BEFORE = 250
const STANDS_AFTER = 650

/** The eye's distance from the picture, in hundredths of the frame's width: the frame is a container of CSS. */
export const EYE_DISTANCE = 120

type Look = { transform: string; filter?: string }

/** How a stop is drawn, all stops of a layer by the same functions, so that the browser goes from one to the next evenly. */
export function lookAt(stop: PreviewStop, layer: readonly PreviewStop[] = [stop]): Look {
  const { x = 0, y = 0, roll = 0, yaw = 0, pitch = 0, scale, blur = 0 } = stop
  const isTurned = layer.some((one) => one.yaw || one.pitch)
  const isBlurred = layer.some((one) => one.blur)
  const transform = [
    isTurned && `perspective(${EYE_DISTANCE}cqi)`,
    `translate(${x}%, ${y}%)`,
    isTurned && `rotateX(${pitch}deg) rotateY(${yaw}deg)`,
    `rotate(${roll}deg) scale(${scale})`,
  ]
  return {
    transform: transform.filter(Boolean).join(' '),
    ...(isBlurred && { filter: `blur(${blur}px)` }),
  }
}

/** One round of a layer for `element.animate`, with the time that it takes in milliseconds. */
export function round(
  preview: CameraPreview,
  layer: readonly PreviewStop[],
): { keyframes: Keyframe[]; duration: number } {
  const duration = STANDS_BEFORE + preview.lasts + STANDS_AFTER
  const moving = layer.map((stop, index) => ({
    ...lookAt(stop, layer),
    offset: (STANDS_BEFORE + momentOf(stop, index, layer.length) * preview.lasts) / duration,
    easing: preview.ease,
  }))
  const [first] = moving
  const last = moving.at(-1)
  if (!first || !last) return { keyframes: [], duration }
  return { keyframes: [{ ...first, offset: 0 }, ...moving, { ...last, offset: 1 }], duration }
}

function momentOf(stop: PreviewStop, index: number, count: number): number {
  return stop.at ?? index / Math.max(count - 1, 1)
}
