import { cameraMove } from './camera-moves'
import { samplePlane } from './frame-sampler'
import { blurRows } from './motion-blur'
import { aim } from './shot-geometry'
import { subjectMask, type Mask } from './subject-mask'
import { warpPlane } from './warp-sampler'
import type { YuvPicture } from './yuv-picture'

/** Draws what the camera sees at `t` into the frame: 0 is the first frame of the shot, 1 the last. */
export type Shot = (frame: YuvPicture, t: number) => void

/** One camera move over one picture, which has the frame's ratio and is somewhat larger. */
export function createShot(move: string | null, picture: YuvPicture): Shot {
  const [bright] = picture.planes
  const camera = cameraMove(move)
  const aimed = aim(camera, bright.width / bright.height)
  const maskOf = rememberMasks()
  return (frame, t) => {
    const { background, smear } = camera(t)
    const sight = aimed.isPlain ? null : aimed.at(t)
    picture.planes.forEach((source, index) => {
      const target = frame.planes[index]
      if (!target) return
      // Where rows stay rows and columns columns, drawing is quicker.
      if (sight) warpPlane(source, target, { ...sight, mask: maskOf(target) })
      else samplePlane(source, target, background)
      blurRows(target, smear)
    })
  }
}

/** A mask is the same in every frame. */
function rememberMasks(): (size: { width: number; height: number }) => Mask {
  const masks = new Map<string, Mask>()
  return ({ width, height }) => {
    const key = `${width}x${height}`
    const mask = masks.get(key) ?? subjectMask(width, height)
    masks.set(key, mask)
    return mask
  }
}
