import type { Shot } from './camera-shot'
import { blendByMask, WHOLE_PART, type Sight } from './blend-plane'
import { samplePlane } from './frame-sampler'
import { transitionMask, type Entrance } from './transition-mask'
import { emptyYuv, type YuvPicture } from './yuv-picture'

/** When the later picture begins to come, and when it is there. */
const BEGIN = 0.12
const END = 0.88
/** How much of the mask's range is between the two pictures at a time: more is softer. */
const SOFTNESS = 110
/** How far the first picture is pushed into, and how much closer the last begins. */
const PUSH = 0.8
const SETTLE = 0.2
/** How much closer the last picture begins where the camera goes back. */
const PULL = 0.5
/** Room for a movement to the side. */
const SIDE_ROOM = 0.25

/**
 * Turns one picture into another, as a film would: the camera sets out in the first and comes to rest
 * in the last, which comes in from where the camera goes, its light parts first. Its first frame is
 * the first picture and its last frame the last, whatever the move.
 */
export function createTransition(options: {
  first: YuvPicture
  last: YuvPicture
  move: string | null
}): Shot {
  const { first, last, move } = options
  const course = courseOf(move)
  let drawn: { other: YuvPicture; mask: Uint8Array[] } | null = null
  return (frame, t) => {
    const { width, height } = frame.planes[0]
    drawn ??= { other: emptyYuv(width, height), mask: transitionMask(last, frame, course.entrance) }
    const { other, mask } = drawn
    const parts = partsAt(smooth((t - BEGIN) / (END - BEGIN)))
    frame.planes.forEach((plane, index) => {
      const [from, to, over] = [first.planes[index], last.planes[index], other.planes[index]]
      const planeMask = mask[index]
      if (!from || !to || !over || !planeMask) return
      if (t < END) samplePlane(from, plane, course.leave(t))
      if (t <= BEGIN) return
      samplePlane(to, over, course.arrive(1 - t))
      blendByMask(plane, over, { mask: planeMask, parts })
    })
  }
}

/** How much of the later picture shows at each value of the mask, `part` (0 to 1) of the way. */
function partsAt(part: number): Int32Array {
  const front = part * (255 + SOFTNESS)
  return Int32Array.from({ length: 256 }, (_, value) =>
    Math.round(smooth((front - value) / SOFTNESS) * WHOLE_PART),
  )
}

interface Course {
  entrance: Entrance
  /** What is seen of the first picture, `way` from its start. */
  leave: (way: number) => Sight
  /** What is seen of the last picture, `way` before its end. */
  arrive: (way: number) => Sight
}

const LEFT = ['horizontal_left', 'pan_left', 'left_follow']
const RIGHT = ['horizontal_right', 'pan_right', 'right_follow', 'whip_pan']
const UP = ['vertical_up', 'crane_up']
const DOWN = ['vertical_down']
const BACK = ['zoom_out', 'quickly_zoom_out', 'super_dolly_out']
const STILL = ['fix_bg']

/** A camera that goes somewhere takes the transition there; without one it goes into the picture. */
function courseOf(move: string | null): Course {
  const isOneOf = (moves: readonly string[]) => move !== null && moves.includes(move)
  if (isOneOf(LEFT)) return sideways(-1, 0)
  if (isOneOf(RIGHT)) return sideways(1, 0)
  if (isOneOf(UP)) return sideways(0, -1)
  if (isOneOf(DOWN)) return sideways(0, 1)
  if (isOneOf(BACK)) return zooming({ kind: 'edge' }, 0, PULL)
  if (isOneOf(STILL)) return zooming({ kind: 'centre' }, 0, 0)
  return zooming({ kind: 'centre' }, PUSH, SETTLE)
}

function zooming(entrance: Entrance, leave: number, arrive: number): Course {
  return {
    entrance,
    leave: (way) => ({ scale: 1 + leave * away(way), dx: 0, dy: 0 }),
    arrive: (way) => ({ scale: 1 + arrive * away(way), dx: 0, dy: 0 }),
  }
}

/** To one side: the first picture is left towards it, the last is reached from the other. */
function sideways(x: number, y: number): Course {
  const view = (way: number, sign: number) => ({
    scale: 1 + SIDE_ROOM * away(way),
    dx: sign * x,
    dy: sign * y,
  })
  return {
    entrance: { kind: 'side', x, y },
    leave: (way) => view(way, 1),
    arrive: (way) => view(way, -1),
  }
}

/** Sets out gently. */
function away(way: number): number {
  return way ** 1.6
}

function smooth(part: number): number {
  const within = Math.min(Math.max(part, 0), 1)
  return within * within * (3 - 2 * within)
}
