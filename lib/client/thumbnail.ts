import { requestFile } from './api'

export interface Thumbnail {
  url: string
  /** Width over height. */
  ratio: number
}

/** Pixels: sharp on a tile that is enlarged twofold on a dense screen, and a fortieth of the largest picture. */
const WIDTH = 640
const USUAL_RATIO = 1.5
const KEPT = 3
const made = new Map<string, Promise<Thumbnail>>()

/**
 * A small copy of a picture of this studio, made once: many of the picture itself, moving, would be as many large ones to draw.
 * Where the browser cannot, the picture itself.
 */
export function thumbnailOf(url: string): Promise<Thumbnail> {
  const thumbnail = made.get(url) ?? make(url).catch(() => ({ url, ratio: USUAL_RATIO }))
  made.delete(url)
  made.set(url, thumbnail)
  const [oldest] = made
  if (made.size > KEPT && oldest) {
    made.delete(oldest[0])
    void oldest[1].then((old) => old.url !== oldest[0] && URL.revokeObjectURL(old.url))
  }
  return thumbnail
}

async function make(url: string): Promise<Thumbnail> {
  // From a file the browser decodes aside, without holding up the page.
  const file = await requestFile(url, 'picture')
  const bitmap = await createImageBitmap(file, { resizeWidth: WIDTH, resizeQuality: 'medium' })
  const ratio = bitmap.width / bitmap.height
  const canvas = document.createElement('canvas')
  canvas.width = bitmap.width
  canvas.height = bitmap.height
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0)
  bitmap.close()
  const small = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.86))
  return small ? { url: URL.createObjectURL(small), ratio } : { url, ratio }
}
