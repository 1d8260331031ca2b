import type { Plane, samplePlane } from './frame-sampler'

/** The part of a picture that fills a plane. */
export type Sight = Parameters<typeof samplePlane>[2]

/** Parts are whole numbers out of this. */
export const WHOLE_PART = 256

/**
 * Lays another plane of the same size over the target, each pixel as much as `parts` says for its
 * value in the mask: 0 leaves it, WHOLE_PART replaces it.
 */
export function blendByMask(
  target: Plane,
  other: Plane,
  { mask, parts }: { mask: Uint8Array; parts: Int32Array },
): void {
  for (let at = 0; at < target.data.length; at++) {
    const part = parts[mask[at] ?? 0] ?? 0
    if (part === 0) continue
    const mixed = (target.data[at] ?? 0) * (WHOLE_PART - part) + (other.data[at] ?? 0) * part
    target.data[at] = (mixed + WHOLE_PART / 2) >> 8
  }
}

/** Lays a smaller plane over the target with its corner at `left`, `top`, as opaque as `alpha` says. */
export function blendAt(
  target: Plane,
  other: Plane,
  { alpha, left, top }: { alpha: Plane; left: number; top: number },
): void {
  for (let y = 0; y < other.height; y++) {
    const row = (top + y) * target.width + left
    for (let x = 0; x < other.width; x++) {
      const at = y * other.width + x
      const opaque = alpha.data[at] ?? 0
      if (opaque === 0) continue
      // From 0 to 255 onto 0 to WHOLE_PART.
      const part = opaque + (opaque >> 7)
      const mixed = (target.data[row + x] ?? 0) * (WHOLE_PART - part) + (other.data[at] ?? 0) * part
      target.data[row + x] = (mixed + WHOLE_PART / 2) >> 8
    }
  }
}
