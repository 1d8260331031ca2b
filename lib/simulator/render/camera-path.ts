/**
 * The part of the picture that fills the frame. `scale` is how much larger the content is than when
 * the frame shows as much as the whole move can (1). `dx` and `dy` say where the camera looks within
 * the room that leaves: -1 the left or upper edge, 0 the middle, 1 the right or lower edge. Angles
 * are degrees by which the camera is turned away from facing the picture: `roll` clockwise, `yaw` to
 * the right, `pitch` down.
 */
export interface View {
  scale: number
  dx: number
  dy: number
  roll: number
  yaw: number
  pitch: number
}

export interface Framing {
  /** What the frame shows, but for its middle when there is a subject. */
  background: View
  /** What the middle of the frame shows, when it moves by itself. */
  subject: View | null
  /** How far the content runs along the row while the shutter is open, in widths of the frame. */
  smear: number
}

/** What is seen at `t`: 0 is the first frame, 1 the last. */
export type CameraMove = (t: number) => Framing

/** The part of the way that is covered at `t`. */
export type Ease = (t: number) => number

export const steady: Ease = (t) => t
/** Sets off and arrives gently. */
export const smooth: Ease = (t) => t ** 3 * (t * (6 * t - 15) + 10)
/** Sets off at once and runs out. */
export const sudden: Ease = (t) => 1 - (1 - t) ** 3
/** Stands, is there in a sixth of the time, stands. */
export const whip: Ease = (t) => smooth(Math.min(Math.max((t - 5 / 12) * 6, 0), 1))

const FACING: View = { scale: 1, dx: 0, dy: 0, roll: 0, yaw: 0, pitch: 0 }

/** From view to view, each stretch in the same time. What a view leaves out is as facing the picture. */
export function path(ease: Ease, ...stops: readonly Partial<View>[]): CameraMove {
  const views = stops.map((stop) => ({ ...FACING, ...stop }))
  return (t) => {
    const way = ease(t) * (views.length - 1)
    const index = Math.min(Math.floor(way), views.length - 2)
    const [from, to] = [views[Math.max(index, 0)] ?? FACING, views[index + 1] ?? FACING]
    return { background: between(from, to, way - index), subject: null, smear: 0 }
  }
}

export function still(view: Partial<View> = {}): CameraMove {
  return path(steady, view, view)
}

/** The middle of the frame moves in one way, what is around it in another. */
export function layered(moves: { background: CameraMove; subject: CameraMove }): CameraMove {
  return (t) => ({ ...moves.background(t), subject: moves.subject(t).background })
}

/** With a shutter that is open for this part of the clip around every frame. */
export function blurred(shutter: number, move: CameraMove): CameraMove {
  const across = (t: number) => {
    const { scale, dx } = move(Math.min(Math.max(t, 0), 1)).background
    return (dx * (scale - 1)) / 2
  }
  return (t) => ({ ...move(t), smear: Math.abs(across(t + shutter / 2) - across(t - shutter / 2)) })
}

/** The scale grows by a constant factor, which looks like even speed. */
function between(from: View, to: View, part: number): View {
  const mix = (key: keyof View) => from[key] + (to[key] - from[key]) * part
  return {
    scale: from.scale * (to.scale / from.scale) ** part,
    dx: mix('dx'),
    dy: mix('dy'),
    roll: mix('roll'),
    yaw: mix('yaw'),
    pitch: mix('pitch'),
  }
}
