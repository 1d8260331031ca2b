import {
  drawPicture,
  type Board,
  type Rendered,
  type RenderJob,
  type WorkerAnswer,
} from './draw-picture'

/**
 * Decodes, edits, scales and encodes a picture; null when this browser cannot open it. In a thread of its own where there is
 * one that can draw, else here. Throws the signal's reason.
 */
export async function renderPicture(job: RenderJob, signal: AbortSignal): Promise<Rendered | null> {
  const rendered = hasDrawingWorkers() ? await renderInWorker(job, signal) : null
  signal.throwIfAborted()
  // Some browsers open more in an <img> than in a worker: Safari's HEIC is one.
  return rendered ?? renderHere(job).catch(() => null)
}

function hasDrawingWorkers(): boolean {
  return typeof Worker !== 'undefined' && typeof OffscreenCanvas !== 'undefined'
}

function renderInWorker(job: RenderJob, signal: AbortSignal): Promise<Rendered | null> {
  const worker = new Worker(new URL('./picture-worker.ts', import.meta.url), { type: 'module' })
  const answered = new Promise<Rendered | null>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => resolve(data.rendered)
    // Its script did not come, or it ran out of memory.
    worker.onerror = () => resolve(null)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    worker.postMessage(job)
  })
  return answered.finally(() => worker.terminate())
}

async function renderHere(job: RenderJob): Promise<Rendered> {
  const image = new Image()
  image.src = URL.createObjectURL(job.file)
  try {
    await image.decode()
    return await drawPicture(image, job, openBoard)
  } finally {
    URL.revokeObjectURL(image.src)
  }
}

function openBoard({ width, height }: { width: number; height: number }): Board {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas in this browser')
  return { context, encode: ({ type, quality }) => toBlob(canvas, type, quality) }
}

function toBlob(canvas: HTMLCanvasElement, type: string, quality: number): Promise<Blob> {
  return new Promise((resolve, reject) => {
    const take = (blob: Blob | null) =>
      blob ? resolve(blob) : reject(new Error('the canvas is too large for this browser'))
    canvas.toBlob(take, type, quality)
  })
}
