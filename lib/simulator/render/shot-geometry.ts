import type { CameraMove } from './camera-path'
import { isTurned, neededScale, viewMatrix, type Matrix } from './view-matrix'

export interface Sight {
  background: Matrix
  subject: Matrix | null
}

export interface Aim {
  /** Faces the picture all the time, and sees it as one. */
  isPlain: boolean
  /** Where in the picture the camera looks at `t`; never beside it. */
  at: (t: number) => Sight
}

/** Moves turn furthest at one of these moments, so none needs more room than is found at them. */
const MOMENTS = Array.from({ length: 97 }, (_, index) => index / 96)

/** `ratio` is the picture's, width by height. */
export function aim(move: CameraMove, ratio: number): Aim {
  const framings = MOMENTS.map(move)
  const views = framings.flatMap(({ background, subject }) =>
    subject ? [background, subject] : [background],
  )
  const spare = Math.max(...views.map((view) => neededScale(view, ratio)))
  return {
    isPlain: views.length === framings.length && !views.some(isTurned),
    at: (t) => {
      const { background, subject } = move(t)
      return {
        background: viewMatrix(background, ratio, spare),
        subject: subject && viewMatrix(subject, ratio, spare),
      }
    },
  }
}
