/** 16 to 9. */
const RATIO_UNKNOWN = 1778
const RATIO_MOST = 0xffff

type Size = readonly (number | null)[] | null

/** Width over height in thousandths: the clip's own, else the first picture's. */
export function ratioOf(clip: Size, picture: Size): number {
  return ratio(clip) ?? ratio(picture) ?? RATIO_UNKNOWN
}

function ratio(size: Size): number | null {
  const [width, height] = size ?? []
  if (!width || !height) return null
  return Math.min(RATIO_MOST, Math.max(1, Math.round((width / height) * 1000)))
}
