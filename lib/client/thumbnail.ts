import { requestFile } from './api'

export interface Thumbnail {
  url: string
  /** The same out of focus: so few pixels that the browser smooths them on any tile, which costs less than a blur. */
  softUrl: string
  /** Width over height. */
  ratio: number
}

/** Pixels: sharp on a tile that is enlarged twofold on a dense screen, and a fortieth of the largest picture. */
const WIDTH = 640
const SOFT_WIDTH = 44
const USUAL_RATIO = 1.5
const KEPT = 3
const made = new Map<string, Promise<Thumbnail>>()

/**
 * A small copy of a picture of this studio, made once: many of the picture itself, moving, would be as many large ones to draw.
 * Where the browser cannot, the picture itself.
 */
export function thumbnailOf(url: string): Promise<Thumbnail> {
  const thumbnail =
    made.get(url) ?? make(url).catch(() => ({ url, softUrl: url, ratio: USUAL_RATIO }))
  made.delete(url)
  made.set(url, thumbnail)
  const [oldest] = made
  if (made.size > KEPT && oldest) {
    made.delete(oldest[0])
    void oldest[1].then((old) => forget(old, oldest[0]))
  }
  return thumbnail
}

function forget(thumbnail: Thumbnail, origin: string): void {
  for (const url of [thumbnail.url, thumbnail.softUrl]) {
    if (url !== origin) URL.revokeObjectURL(url)
  }
}

async function make(url: string): Promise<Thumbnail> {
  // From a file the browser decodes aside, without holding up the page.
  const file = await requestFile(url, 'picture')
  const bitmap = await createImageBitmap(file, { resizeWidth: WIDTH, resizeQuality: 'medium' })
  const ratio = bitmap.width / bitmap.height
  const [small, soft] = await Promise.all([
    draw(bitmap, bitmap.width, ratio),
    draw(bitmap, SOFT_WIDTH, ratio),
  ])
  bitmap.close()
  if (!small || !soft) return { url, softUrl: url, ratio }
  return { url: URL.createObjectURL(small), softUrl: URL.createObjectURL(soft), ratio }
}

function draw(bitmap: ImageBitmap, width: number, ratio: number): Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = Math.round(width / ratio)
  const context = canvas.getContext('2d')
  if (context) context.imageSmoothingQuality = 'high'
  context?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  return new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.86))
}
