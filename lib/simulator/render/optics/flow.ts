/**
 * How the content moves from one frame to the next: to the right and down (in widths of the frame),
 * growing (0.1 is a tenth), turning clockwise (radians), and growing more the further right or down it
 * is, as a surface does that a camera turns away from.
 */
export interface Flow {
  x: number
  y: number
  growth: number
  turn: number
  leanX: number
  leanY: number
}

export const FLOW_KEYS = ['x', 'y', 'growth', 'turn', 'leanX', 'leanY'] as const
export const STILL: Flow = { x: 0, y: 0, growth: 0, turn: 0, leanX: 0, leanY: 0 }

/** What flows right and down at a place (in widths from the middle) for each unit of each key. */
export function effects(x: number, y: number): { right: number[]; down: number[] } {
  return { right: [1, 0, x, -y, x * x, x * y], down: [0, 1, y, x, x * y, y * y] }
}

/** Where the content of a place flows to. */
export function flowAt(flow: Flow, x: number, y: number): { x: number; y: number } {
  const larger = 1 + flow.growth + flow.leanX * x + flow.leanY * y
  return {
    x: x * larger + flow.x - flow.turn * y,
    y: y * larger + flow.y + flow.turn * x,
  }
}
