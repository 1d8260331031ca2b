import { renderClip } from './render-clip'
import type { RenderJob } from './render-job'

/** Turns a job into the bytes of a clip, somewhere. */
export interface Renderer {
  render: (job: RenderJob) => Promise<Uint8Array>
  /** Ends what is being rendered; its promise is rejected. */
  close: () => Promise<void>
}

/** Renders in this very thread, frame by frame between other work. */
export function inlineRenderer(): Renderer {
  const closing = new AbortController()
  return {
    render: (job) => renderClip(job, closing.signal),
    close: async () => closing.abort(),
  }
}
