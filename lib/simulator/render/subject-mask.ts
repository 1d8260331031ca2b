/** How much of each pixel belongs to the subject: the middle of the frame, an ellipse with a soft rim. */
export interface Mask {
  /** For each row the stretch that the ellipse covers, from `start` on; 0 to 1. */
  rows: readonly { start: number; weights: Float32Array }[]
}

/** Parts of the way from the middle to the edges: up to the first all subject, from the second on none. */
const RIM = { inner: 0.3, outer: 0.85 }

export function subjectMask(width: number, height: number): Mask {
  const rows = Array.from({ length: height }, (_, row) => {
    const y = ((row + 0.5) / height) * 2 - 1
    const reach = Math.sqrt(Math.max(RIM.outer ** 2 - y ** 2, 0))
    const start = Math.round(((1 - reach) / 2) * width)
    const weights = Float32Array.from({ length: width - 2 * start }, (_, at) =>
      weightAt(Math.hypot(((start + at + 0.5) / width) * 2 - 1, y)),
    )
    return { start, weights }
  })
  return { rows }
}

function weightAt(distance: number): number {
  const part = (RIM.outer - distance) / (RIM.outer - RIM.inner)
  const held = Math.min(Math.max(part, 0), 1)
  return held * held * (3 - 2 * held)
}
