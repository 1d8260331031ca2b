import sharp from 'sharp'
import { sourceSize, type Size } from './load-source'
import { colourMatrix, toYuv, type YuvPicture } from './yuv-picture'

/** What remains of a picture that is only to be felt behind others: colours without shapes. */
const REMAINS = 48
const DIMMED = 0.7

/** A backdrop of a picture that stands in front of it, too: enlarged, blurred and dimmed. */
export async function loadBackdrop(file: string, clip: Size): Promise<YuvPicture> {
  const size = sourceSize(clip)
  const small = await sharp(file)
    .autoOrient()
    .flatten({ background: 'white' })
    .resize(REMAINS, REMAINS, { fit: 'cover' })
    .blur(REMAINS / 12)
    .modulate({ brightness: DIMMED })
    .png()
    .toBuffer()
  const rgb = await sharp(small)
    .resize(size.width, size.height, { fit: 'cover', kernel: 'cubic' })
    .raw()
    .toBuffer()
  return toYuv(rgb, size, colourMatrix(clip.height))
}
