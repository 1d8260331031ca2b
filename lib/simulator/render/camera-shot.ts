import { cameraMove } from './camera-moves'
import { samplePlane } from './frame-sampler'
import type { YuvPicture } from './yuv-picture'

/** Draws what the camera sees at `t` into the frame: 0 is the first frame of the shot, 1 the last. */
export type Shot = (frame: YuvPicture, t: number) => void

/** One camera move over one picture, which has the frame's ratio and is somewhat larger. */
export function createShot(move: string | null, picture: YuvPicture): Shot {
  const view = cameraMove(move)
  return (frame, t) => {
    picture.planes.forEach((plane, index) => {
      const target = frame.planes[index]
      if (target) samplePlane(plane, target, view(t))
    })
  }
}
