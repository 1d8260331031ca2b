/**
 * The part of the picture that fills the frame. `scale` is how much larger the content is than in
 * the whole picture (1 shows all of it). `dx` and `dy` say where the camera looks within the room
 * that leaves: -1 the left or upper edge, 0 the middle, 1 the right or lower edge.
 */
export interface View {
  scale: number
  dx: number
  dy: number
}

/** The view at `t`: 0 is the first frame, 1 the last. */
export type CameraMove = (t: number) => View

type Ease = (t: number) => number

const steady: Ease = (t) => t
const smooth: Ease = (t) => t * t * (3 - 2 * t)
const sudden: Ease = (t) => 1 - (1 - t) ** 3

/** From one view to another; the scale grows by a constant factor, which looks like even speed. */
function travel(from: View, to: View, ease: Ease = steady): CameraMove {
  return (t) => {
    const part = ease(t)
    return {
      scale: from.scale * (to.scale / from.scale) ** part,
      dx: from.dx + (to.dx - from.dx) * part,
      dy: from.dy + (to.dy - from.dy) * part,
    }
  }
}

function zoom(from: number, to: number, ease: Ease = steady): CameraMove {
  return travel({ scale: from, dx: 0, dy: 0 }, { scale: to, dx: 0, dy: 0 }, ease)
}

/** Enough room beside the frame for a clear movement, little enough to keep the picture whole. */
const SIDEWAYS_SCALE = 1.15

function sideways(from: number, to: number): CameraMove {
  return travel(
    { scale: SIDEWAYS_SCALE, dx: from, dy: 0 },
    { scale: SIDEWAYS_SCALE, dx: to, dy: 0 },
  )
}

/** Without a move, or with one that is not drawn yet, the camera comes a little closer. */
const REST = 'rest'

/** The moves that are drawn, by the page's names: the camera goes left, so the content goes right. */
const CAMERA_MOVES: Readonly<Record<string, CameraMove>> = {
  [REST]: zoom(1, 1.06),
  horizontal_left: sideways(1, -1),
  horizontal_right: sideways(-1, 1),
  zoom_in: zoom(1, 1.25),
  smooth_zoom_in: zoom(1, 1.25, smooth),
  quickly_zoom_in: zoom(1, 1.5, sudden),
  zoom_out: zoom(1.25, 1),
  quickly_zoom_out: zoom(1.5, 1, sudden),
  super_dolly_out: zoom(1.5, 1, smooth),
}

/** The name under which a move is drawn. */
export function moveName(move: string | null): string {
  return move !== null && Object.hasOwn(CAMERA_MOVES, move) ? move : REST
}

export function cameraMove(move: string | null): CameraMove {
  return CAMERA_MOVES[moveName(move)] ?? zoom(1, 1)
}
