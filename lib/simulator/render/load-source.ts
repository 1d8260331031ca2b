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

/** The close-up in the picture's own pixels, within the part that covers the frame. */
function cutOut(picture: Size, clip: Size, { part, x, y }: CloseUp) {
  const scale = Math.min(picture.width / clip.width, picture.height / clip.height)
  const across = within({ whole: picture.width, covers: clip.width * scale, part, middle: x })
  const down = within({ whole: picture.height, covers: clip.height * scale, part, middle: y })
  return { left: across.start, width: across.length, top: down.start, height: down.length }
}

function within(axis: { whole: number; covers: number; part: number; middle: number }) {
  const { whole, covers, part, middle } = axis
  const length = Math.max(1, Math.floor(covers * part))
  const room = covers - length
  const offset = Math.min(Math.max(middle * covers - length / 2, 0), room)
  return { start: Math.floor((whole - covers) / 2 + offset), length }
}
