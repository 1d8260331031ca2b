import type { TaskRow } from '../../tasks/tasks-by-id'
import type { SavedClip, TaskWithClips } from './clips'

export const MANIFEST_NAME = 'manifest.json'

/** All that is known of what was selected, as JSON, clip by clip. `isMissing`: a file that was not there when it was its turn. */
export async function* manifestOf(options: {
  tasks: AsyncIterable<TaskWithClips>
  madeAt: Date
  isMissing: (clip: SavedClip) => boolean
}): AsyncGenerator<string> {
  const { tasks, madeAt, isMissing } = options
  const head = JSON.stringify({ studio: 'AiSphere Studio', madeAt })
  yield `${head.slice(0, -1)},"clips":[`
  let separator = '\n'
  for await (const { task, clips } of tasks) {
    yield `${separator}${JSON.stringify(describe(task, clips, isMissing))}`
    separator = ',\n'
  }
  yield '\n]}\n'
}

function describe(
  task: TaskRow,
  clips: readonly SavedClip[],
  isMissing: (clip: SavedClip) => boolean,
) {
  const { id, status, mode, model, prompt, params, title, notes, rating, usage, estimate } = task
  return {
    id,
    files: task.outputs.flatMap(({ sha256, width, height, durationMs }) => {
      const clip = clips.find((each) => each.sha256 === sha256)
      if (!clip) return []
      const { name, bytes } = clip
      const isGone = isMissing(clip)
      return [{ name, sha256, bytes, width, height, durationMs, ...(isGone && { missing: true }) }]
    }),
    status,
    title,
    notes,
    rating,
    isFavorite: task.favoriteAt !== null,
    tags: task.tags.map(({ name }) => name),
    prompt,
    mode,
    model,
    params,
    pictures: task.inputs.map(({ role, type, refName, image }) => {
      const { width, height, sha256 } = image
      return { role, type, refName, sha256, width, height }
    }),
    error: task.errorCode,
    vendorTaskId: task.upstreamTaskId,
    usage,
    estimate,
    parent: task.parentId && { id: task.parentId, way: task.parentWay },
    owner: task.owner,
    createdAt: task.createdAt,
    submittedAt: task.submittedAt,
    finishedAt: task.finishedAt,
  }
}
