import { drawPicture, type Board, type RenderJob, type WorkerAnswer } from './draw-picture'

// A thread of its own: decoding and drawing 50 megapixels would stop the typing for a second.

self.addEventListener('message', (event: MessageEvent<RenderJob>) => {
  void answer(event.data)
})

async function answer(job: RenderJob): Promise<void> {
  const said = await render(job).catch((): WorkerAnswer => ({ rendered: null }))
  self.postMessage(said)
}

async function render(job: RenderJob): Promise<WorkerAnswer> {
  const bitmap = await createImageBitmap(job.file, { imageOrientation: 'from-image' })
  return { rendered: await drawPicture(bitmap, job, openBoard) }
}

function openBoard({ width, height }: { width: number; height: number }): Board {
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas in this worker')
  return { context, encode: (options) => canvas.convertToBlob(options) }
}
