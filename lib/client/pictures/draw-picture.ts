import { croppedSize, drawingMatrix, type PictureEdit } from '@/lib/shared/picture-edit'
import { fitWithin, type Size } from '@/lib/shared/picture-shape'

// Runs in a worker and on the page alike: all it asks for is a canvas.

export type RenderJob = {
  file: Blob
  edit: PictureEdit
  /** Pixels that the longer side may have. */
  maxSide: number
  mayBeClear: boolean
}

/** `original`: pixels of the file, upright. */
export type Rendered = { blob: Blob; original: Size }

/** What the worker says: null when it cannot open the file. */
export type WorkerAnswer = { rendered: Rendered | null }

export type Board = {
  context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D
  encode: (options: { type: string; quality: number }) => Promise<Blob>
}
type OpenBoard = (size: Size) => Board

/** The server makes its own JPEG of it: what is lost here must not be seen there. */
const QUALITY = 0.92
/** Small enough to look at every pixel, large enough that a clear corner leaves its mark on one. */
const LOOK_SIDE = 512

export async function drawPicture(
  source: ImageBitmap | HTMLImageElement,
  job: RenderJob,
  openBoard: OpenBoard,
): Promise<Rendered> {
  const original = sizeOf(source)
  const size = fitWithin(croppedSize(original, job.edit), job.maxSide)
  const board = draw(source, job.edit, size, openBoard)
  const isClear = job.mayBeClear && hasClearPixels(source, openBoard)
  // A browser that writes no WebP makes a PNG of it, by itself.
  const type = isClear ? 'image/webp' : 'image/jpeg'
  return { blob: await board.encode({ type, quality: QUALITY }), original }
}

function draw(
  source: ImageBitmap | HTMLImageElement,
  edit: PictureEdit,
  size: Size,
  openBoard: OpenBoard,
): Board {
  const board = openBoard(size)
  board.context.imageSmoothingQuality = 'high'
  board.context.setTransform(...drawingMatrix(sizeOf(source), edit, size))
  board.context.drawImage(source, 0, 0)
  return board
}

function hasClearPixels(source: ImageBitmap | HTMLImageElement, openBoard: OpenBoard): boolean {
  const { width, height } = fitWithin(sizeOf(source), LOOK_SIDE)
  const { context } = openBoard({ width, height })
  context.drawImage(source, 0, 0, width, height)
  const { data } = context.getImageData(0, 0, width, height)
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return true
  return false
}

function sizeOf(source: ImageBitmap | HTMLImageElement): Size {
  return 'naturalWidth' in source
    ? { width: source.naturalWidth, height: source.naturalHeight }
    : { width: source.width, height: source.height }
}
