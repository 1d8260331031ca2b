import type { View } from './camera-path'

/**
 * Takes a place in the frame to a place in the picture, both from 0 to 1 along each side, as a
 * projection does: the rows give x, y and what both are divided by.
 */
export type Matrix = readonly [Row, Row, Row]
type Row = readonly [number, number, number]

/** From the eye to the frame, in heights of the frame: the longer side is seen under 53 degrees. */
const focalLength = (ratio: number) => Math.max(ratio, 1)

const CORNERS = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
] as const

/** Where in the picture a place of the frame comes from. */
export function place(matrix: Matrix, u: number, v: number): [x: number, y: number] {
  const along = ([a, b, c]: Row) => a * u + b * v + c
  const depth = along(matrix[2])
  return [along(matrix[0]) / depth, along(matrix[1]) / depth]
}

export function isTurned({ roll, yaw, pitch }: View): boolean {
  return roll !== 0 || yaw !== 0 || pitch !== 0
}

/** How much larger the content has to be for the turned frame to stay within a picture of this ratio. */
export function neededScale(view: View, ratio: number): number {
  const { left, right, top, bottom } = bounds(turn(view, ratio))
  return Math.max(right - left, bottom - top, 1)
}

/** `spare` is the largest `neededScale` of the whole move, so that turning alone changes no sizes. */
export function viewMatrix(view: View, ratio: number, spare: number): Matrix {
  const turned = turn(view, ratio)
  const { left, right, top, bottom } = bounds(turned)
  const size = 1 / (view.scale * spare)
  const x = roomFor({ from: left * size, to: right * size, at: view.dx })
  const y = roomFor({ from: top * size, to: bottom * size, at: view.dy })
  const [across, down, depth] = turned
  return [sum(across, size, depth, x), sum(down, size, depth, y), depth]
}

/** What has to be added to a stretch for it to lie in 0 to 1, at one end (-1) or the other (1). */
function roomFor({ from, to, at }: { from: number; to: number; at: number }): number {
  return -from + ((1 - (to - from)) * (1 + at)) / 2
}

/** The frame as the turned camera sees it at scale 1, its middle at 0. */
function turn(view: View, ratio: number): Matrix {
  const focal = focalLength(ratio)
  const [right, down, ahead] = rotation(view)
  const seen = (row: Row): Row => {
    const [a, b, c] = [row[0] * ratio, row[1], row[2] * focal]
    return [a, b, c - (a + b) / 2]
  }
  const [x, y, depth] = [seen(right), seen(down), seen(ahead)]
  const middle = (row: Row) => row[0] / 2 + row[1] / 2 + row[2]
  const centred = (row: Row, size: number): Row =>
    sum(row, focal / size, depth, -(focal / size) * (middle(row) / middle(depth)))
  return [centred(x, ratio), centred(y, 1), depth]
}

/** Where the camera's right, down and ahead point: rolled, then tilted, then turned. */
function rotation({ roll, yaw, pitch }: View): Matrix {
  const [rc, rs] = circle(roll)
  const [yc, ys] = circle(yaw)
  const [pc, ps] = circle(pitch)
  return [
    [yc * rc - ys * ps * rs, -yc * rs - ys * ps * rc, ys * pc],
    [pc * rs, pc * rc, ps],
    [-ys * rc - yc * ps * rs, ys * rs - yc * ps * rc, yc * pc],
  ]
}

function circle(degrees: number): [cos: number, sin: number] {
  const angle = (degrees * Math.PI) / 180
  return [Math.cos(angle), Math.sin(angle)]
}

function sum(a: Row, partOfA: number, b: Row, partOfB: number): Row {
  const at = (index: 0 | 1 | 2) => a[index] * partOfA + b[index] * partOfB
  return [at(0), at(1), at(2)]
}

/** The box around the four corners. */
function bounds(matrix: Matrix): { left: number; right: number; top: number; bottom: number } {
  const places = CORNERS.map(([u, v]) => place(matrix, u, v))
  const [xs, ys] = [places.map(([x]) => x), places.map(([, y]) => y)]
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  }
}
