/** Frames of a clip by number, from the moments at which they are shown (seconds, in order). */

/** Moments are rounded differently by whoever writes a file and whoever plays it. */
const ROUNDING_SECONDS = 0.0005

/** The frame that is shown at a moment. */
export function frameAt(times: readonly number[], seconds: number): number {
  const after = times.findIndex((time) => time > seconds + ROUNDING_SECONDS)
  return after === -1 ? times.length - 1 : Math.max(0, after - 1)
}

/** A moment within a frame: its middle, where no rounding leads to a neighbour. */
export function momentOf(times: readonly number[], frame: number, duration: number): number {
  const at = Math.min(Math.max(frame, 0), times.length - 1)
  const start = times[at] ?? 0
  const end = times[at + 1] ?? Math.max(duration, start)
  return (start + end) / 2
}

/** Where nothing tells the frames: as most clips have them. */
export function assumedTimes(duration: number, rate = 24): number[] {
  return Array.from({ length: Math.max(1, Math.round(duration * rate)) }, (_, at) => at / rate)
}
