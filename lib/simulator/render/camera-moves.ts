import { blurred, layered, path, still, type CameraMove, type View } from './camera-path'
import { smooth, steady, sudden, whip } from './camera-path'

/** Enough room beside the frame for a clear movement, little enough to keep the picture whole. */
const slide = (dx: number, dy: number): Partial<View> => ({ scale: 1.15, dx, dy })
/** A tripod's head turns: what lies far to the side runs away from the camera. */
const turned = (side: number): Partial<View> => ({ scale: 1.16, dx: side, yaw: 8 * side })
/** The world behind somebody who is kept in the middle. */
const behind = (dx: number): Partial<View> => ({ scale: 1.13, dx })

/** Without a move, or with one that the page does not know, the camera comes a little closer. */
const REST = 'rest'

/**
 * The moves by the page's names. Directions are the camera's: it goes left, so the content goes
 * right.
 */
const CAMERA_MOVES: Readonly<Record<string, CameraMove>> = {
  [REST]: path(steady, { scale: 1 }, { scale: 1.06 }),

  horizontal_left: path(steady, slide(1, 0), slide(-1, 0)),
  horizontal_right: path(steady, slide(-1, 0), slide(1, 0)),
  vertical_up: path(steady, slide(0, 1), slide(0, -1)),
  vertical_down: path(steady, slide(0, -1), slide(0, 1)),
  crane_up: path(smooth, { scale: 1.3, dy: 1, pitch: -8 }, { scale: 1.1, dy: -1, pitch: 8 }),

  zoom_in: path(steady, { scale: 1 }, { scale: 1.25 }),
  smooth_zoom_in: path(smooth, { scale: 1 }, { scale: 1.25 }),
  quickly_zoom_in: path(sudden, { scale: 1 }, { scale: 1.5 }),
  zoom_out: path(steady, { scale: 1.25 }, { scale: 1 }),
  quickly_zoom_out: path(sudden, { scale: 1.5 }, { scale: 1 }),
  super_dolly_out: layered({
    background: path(sudden, { scale: 1.3 }, { scale: 1 }),
    subject: path(sudden, { scale: 1.65 }, { scale: 1 }),
  }),
  hitchcock: layered({
    background: path(smooth, { scale: 1 }, { scale: 1.5 }),
    subject: still({ scale: 1.2 }),
  }),

  camera_rotation: path(steady, { roll: -10 }, { roll: 10 }),
  pan_left: path(steady, turned(1), turned(-1)),
  pan_right: path(steady, turned(-1), turned(1)),
  whip_pan: blurred(1 / 48, path(whip, { scale: 1.5, dx: -1 }, { scale: 1.5, dx: 1 })),
  robo_arm: path(
    smooth,
    { scale: 1.12, dx: -1, dy: 1, roll: -4 },
    { scale: 1.4, dx: -0.2, dy: -1, roll: 4 },
    { scale: 1.15, dx: 1, dy: 0.6, roll: -3, yaw: 4 },
    { scale: 1.35 },
  ),

  left_follow: layered({
    background: path(steady, behind(1), behind(-1)),
    subject: still(behind(0)),
  }),
  right_follow: layered({
    background: path(steady, behind(-1), behind(1)),
    subject: still(behind(0)),
  }),
  fix_bg: layered({
    background: still(),
    subject: path(
      steady,
      { scale: 1 },
      { scale: 1.2, dx: -0.6 },
      { scale: 1.1, dx: 0.6 },
      { scale: 1.25, dx: 0 },
    ),
  }),
}

/** The name under which a move is drawn. */
export function moveName(move: string | null): string {
  return move !== null && Object.hasOwn(CAMERA_MOVES, move) ? move : REST
}

export function cameraMove(move: string | null): CameraMove {
  return CAMERA_MOVES[moveName(move)] ?? still()
}
