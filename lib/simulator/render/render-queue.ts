import { access } from 'node:fs/promises'
import { castOf } from '../cast'
import { writeSynced } from '../synced-file'
import type { Task, TaskFiles } from '../task-files'
import type { RenderJob } from './render-job'
import type { Renderer } from './renderer'

export interface RenderQueue {
  /** Sees to it that the task's clip is rendered, unless it already was. Returns at once. */
  add: (task: Task) => void
  isRendered: (key: string) => boolean
  /** Drops what waits and ends what is being rendered: a restart begins it again. */
  close: () => Promise<void>
}

/** Renders one clip at a time, in the order in which they came. */
export function createRenderQueue(options: {
  files: TaskFiles
  renderer: Renderer
  onError: (error: unknown) => void
}): RenderQueue {
  const { files, renderer, onError } = options
  const rendered = new Set<string>()
  let isClosed = false
  let last: Promise<void> = Promise.resolve()

  async function renderTask(task: Task): Promise<void> {
    const { key } = task.clip
    if (isClosed) return
    const file = files.clipPath(key)
    if (!(await isThere(file))) await writeSynced(file, await renderer.render(jobOf(task, files)))
    rendered.add(key)
  }

  async function settle(task: Task): Promise<void> {
    try {
      await renderTask(task)
    } catch (error) {
      // What a stop interrupted has not failed.
      if (isClosed) return
      onError(error)
      const message = error instanceof Error ? error.message : String(error)
      await files.save({ ...task, failure: `the clip could not be generated: ${message}` })
    }
  }

  return {
    add: (task) => {
      last = last.then(() => settle(task)).catch(onError)
    },
    isRendered: (key) => rendered.has(key),
    close: async () => {
      isClosed = true
      await renderer.close()
      await last
    },
  }
}

function jobOf(task: Task, files: TaskFiles): RenderJob {
  const { submission, pictures, clip } = task
  return {
    pictures: castOf(submission, pictures).map(({ sha256, role }) => ({
      file: files.picturePath(sha256),
      role,
    })),
    move: submission.cameraMovement,
    width: clip.width,
    height: clip.height,
    seconds: clip.seconds,
    shots: clip.shots,
    sound: submission.soundWords,
  }
}

async function isThere(file: string): Promise<boolean> {
  try {
    await access(file)
    return true
  } catch {
    // Whatever keeps it from being read, rendering it again puts it right.
    return false
  }
}
