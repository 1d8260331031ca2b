import type { CAMERA_MOVEMENTS } from '@/lib/shared/models/catalogue'

export type CameraMove = (typeof CAMERA_MOVEMENTS)[number]

/**
 * What the frame shows at a moment. `x` and `y` are how far the content has gone to the right and down, in hundredths of the
 * frame; angles are degrees, the content's: `roll` clockwise, `yaw` with the right side away from the viewer, `pitch` with the
 * upper side away. `blur` in pixels. `at` is the part of the movement's time at which it is so; without it, stops are even.
 */
export interface PreviewStop {
  scale: number
  x?: number
  y?: number
  roll?: number
  yaw?: number
  pitch?: number
  blur?: number
  at?: number
}

export interface CameraPreview {
  /** Milliseconds from the first stop to the last. */
  lasts: number
  /** How each stretch between two stops is covered. */
  ease: 'linear' | 'ease-in-out' | typeof SUDDEN
  background: readonly PreviewStop[]
  /** The background is out of focus, so that the subject does not stand beside itself. */
  isSoft?: true
  /** The middle of the picture, where it moves by itself. */
  subject?: readonly PreviewStop[]
}

/** Sets off at once and runs out. */
const SUDDEN = 'cubic-bezier(0.1, 0.7, 0.2, 1)'

const slide = (x: number, y: number): PreviewStop => ({ scale: 1.35, x: 16 * x, y: 16 * y })
/** A tripod's head turns: what lies far to the side runs away from the camera. */
const turned = (side: number): PreviewStop => ({ scale: 2, x: -17 * side, yaw: 28 * side })

const steady = (...background: readonly PreviewStop[]): CameraPreview => ({
  lasts: 2400,
  ease: 'linear',
  background,
})
const gentle = (lasts: number, ...background: readonly PreviewStop[]): CameraPreview => ({
  lasts,
  ease: 'ease-in-out',
  background,
})
const sudden = (lasts: number, ...background: readonly PreviewStop[]): CameraPreview => ({
  lasts,
  ease: SUDDEN,
  background,
})

/** Somebody is kept in the middle while the world behind goes by: to the left for a camera that goes right. */
const followed = (side: number): CameraPreview => ({
  ...steady({ scale: 1.6, x: 28 * side }, { scale: 1.6, x: -28 * side }),
  subject: [{ scale: 1.15 }, { scale: 1.15 }],
  isSoft: true,
})

/**
 * The moves as the gateway's page describes them, larger and shorter than in a clip, so that each is told from the others on
 * a small tile. The names' directions are the camera's: it goes left, so the content goes right. That the picture fills the
 * frame all the time is tested.
 */
export const CAMERA_PREVIEWS: Readonly<Record<CameraMove, CameraPreview>> = {
  horizontal_left: steady(slide(-1, 0), slide(1, 0)),
  horizontal_right: steady(slide(1, 0), slide(-1, 0)),
  vertical_up: steady(slide(0, -1), slide(0, 1)),
  vertical_down: steady(slide(0, 1), slide(0, -1)),
  // A crane's arm looks up from below, and down from above.
  crane_up: gentle(2800, { scale: 1.75, y: -14, pitch: 18 }, { scale: 1.45, y: 6, pitch: -14 }),

  zoom_in: steady({ scale: 1 }, { scale: 1.5 }),
  zoom_out: steady({ scale: 1.5 }, { scale: 1 }),
  smooth_zoom_in: gentle(3800, { scale: 1 }, { scale: 1.5 }),
  quickly_zoom_in: sudden(700, { scale: 1 }, { scale: 1.9 }),
  quickly_zoom_out: sudden(700, { scale: 1.9 }, { scale: 1 }),
  // What is near shrinks faster than what is far.
  super_dolly_out: {
    ...sudden(1000, { scale: 1.4 }, { scale: 1 }),
    subject: [{ scale: 2.3 }, { scale: 1 }],
  },
  hitchcock: {
    ...gentle(2800, { scale: 1 }, { scale: 1.9 }),
    subject: [{ scale: 1.2 }, { scale: 1.2 }],
    isSoft: true,
  },

  camera_rotation: steady({ scale: 1.45, roll: 13 }, { scale: 1.45, roll: -13 }),
  pan_left: steady(turned(1), turned(-1)),
  pan_right: steady(turned(-1), turned(1)),
  whip_pan: {
    lasts: 1700,
    ease: 'ease-in-out',
    background: [
      { scale: 1.7, x: 33, at: 0 },
      { scale: 1.7, x: 33, at: 0.4 },
      { scale: 1.7, x: 20, blur: 5, at: 0.44 },
      { scale: 1.7, x: -20, blur: 5, at: 0.56 },
      { scale: 1.7, x: -33, at: 0.6 },
      { scale: 1.7, x: -33, at: 1 },
    ],
  },
  robo_arm: gentle(
    4200,
    { scale: 1.5, x: 14, y: -12, roll: -5 },
    { scale: 1.9, x: 4, y: 14, roll: 6 },
    { scale: 1.5, x: -12, y: -8, roll: -5 },
    { scale: 1.8, x: 6, y: 0, roll: 3 },
  ),

  left_follow: followed(-1),
  right_follow: followed(1),
  fix_bg: {
    ...gentle(3200, { scale: 1 }, { scale: 1 }),
    subject: [{ scale: 1.15 }, { scale: 1.4, x: -9 }, { scale: 1.4, x: 9 }, { scale: 1.6 }],
  },
}

/** Null for a move that the studio does not know: the catalogue may be ahead of it. */
export function findPreview(move: string): CameraPreview | null {
  return isKnown(move) ? CAMERA_PREVIEWS[move] : null
}

function isKnown(move: string): move is CameraMove {
  return Object.hasOwn(CAMERA_PREVIEWS, move)
}
