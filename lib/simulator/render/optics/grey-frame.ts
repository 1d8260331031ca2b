/** The brightness of a frame, row by row. */
export interface GreyFrame {
  width: number
  height: number
  pixels: ArrayLike<number>
}

/** One size of a frame, with how the brightness rises to the right and downwards. */
export interface Level extends GreyFrame {
  rising: { x: Float32Array; y: Float32Array }
}

/** The frame, and it again at half and at quarter the size; smallest first. */
export function pyramid(frame: GreyFrame): Level[] {
  const half = halved(frame)
  return [halved(half), half, frame].map(withSlopes)
}

function halved({ width, height, pixels }: GreyFrame): GreyFrame {
  const size = { width: Math.floor(width / 2), height: Math.floor(height / 2) }
  const means = Float32Array.from({ length: size.width * size.height }, (_, index) => {
    const at = Math.floor(index / size.width) * 2 * width + (index % size.width) * 2
    const upper = (pixels[at] ?? 0) + (pixels[at + 1] ?? 0)
    return (upper + (pixels[at + width] ?? 0) + (pixels[at + width + 1] ?? 0)) / 4
  })
  return { ...size, pixels: means }
}

function withSlopes({ width, height, pixels }: GreyFrame): Level {
  const x = new Float32Array(width * height)
  const y = new Float32Array(width * height)
  for (let row = 1; row < height - 1; row++) {
    for (let column = 1; column < width - 1; column++) {
      const at = row * width + column
      x[at] = ((pixels[at + 1] ?? 0) - (pixels[at - 1] ?? 0)) / 2
      y[at] = ((pixels[at + width] ?? 0) - (pixels[at - width] ?? 0)) / 2
    }
  }
  return { width, height, pixels, rising: { x, y } }
}
