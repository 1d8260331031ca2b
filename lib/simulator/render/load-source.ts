import sharp from 'sharp'
import { colourMatrix, loadYuv, toYuv, type YuvPicture } from './yuv-picture'

export interface Size {
  width: number
  height: number
}

/** Pictures are kept somewhat larger than the frame, so that there is something to come closer to. */
const SOURCE_SCALE = 1.5

/** The size, even, in which a picture that covers `frame` is kept. */
export function sourceSize(frame: Size): Size {
  const even = (side: number) => Math.round((side * SOURCE_SCALE) / 2) * 2
  return { width: even(frame.width), height: even(frame.height) }
}

/** A picture that covers the clip's frame. */
export function loadSource(file: string, clip: Size): Promise<YuvPicture> {
  return loadYuv(file, sourceSize(clip), colourMatrix(clip.height))
}

/** Where a close-up looks: how much of the frame's sides it shows, and its middle, from 0 to 1. */
export interface CloseUp {
  part: number
  x: number
  y: number
}

/** A part of the picture in its place, as sharp as the picture file has it. */
export async function loadCloseUp(file: string, clip: Size, look: CloseUp): Promise<YuvPicture> {
  const size = sourceSize(clip)
  const { autoOrient } = await sharp(file).metadata()
  const rgb = await sharp(file)
    .autoOrient()
    .extract(cutOut(autoOrient, clip, look))
    .resize(size.width, size.height, { fit: 'fill' })
    .flatten({ background: 'white' })
    .raw()
    .toBuffer()
  return toYuv(rgb, size, colourMatrix(clip.height))
}

/** The close-up in the picture's own pixels: a part of what covers the frame. */
function cutOut(picture: Size, clip: Size, { part, x, y }: CloseUp) {
  const shrink = Math.min(picture.width / clip.width, picture.height / clip.height) * part
  const width = Math.max(1, Math.floor(clip.width * shrink))
  const height = Math.max(1, Math.floor(clip.height * shrink))
  const start = (whole: number, shown: number, middle: number) =>
    Math.round(
      Math.min(Math.max(whole / 2 + (middle - 0.5) * (shown / part) - shown / 2, 0), whole - shown),
    )
  return {
    width,
    height,
    left: start(picture.width, width, x),
    top: start(picture.height, height, y),
  }
}
