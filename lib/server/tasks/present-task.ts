import type { Locale } from '@/lib/shared/locale'
import { isActive } from '@/lib/shared/task-states'
import type { Outlook, TaskOnWire } from '@/lib/shared/wire'
import { env } from '../env'
import { imageUrl, stillUrl, thumbUrl } from '../images/present-image'
import { sentence } from '../sentences'
import { clipFileName } from './archive/clip-file-name'
import { UNKNOWN_OUTLOOK } from './outlook/outlook'
import { readOutlooks } from './outlook/read-outlooks'
import { taskPicture, type TaskRow } from './store/task-row'

/** Tasks as the wire has them, with how they go on. */
export async function presentTasks(
  rows: readonly TaskRow[],
  locale: Locale,
): Promise<TaskOnWire[]> {
  const outlooks = await readOutlooks(rows, new Date())
  return rows.map((row) => presentTask(row, locale, outlooks.get(row.id)))
}

/** One of them. */
export async function presentWithOutlook(row: TaskRow, locale: Locale): Promise<TaskOnWire> {
  const outlooks = await readOutlooks([row], new Date())
  return presentTask(row, locale, outlooks.get(row.id))
}

/** A task as the wire has it, its error in words of `locale`. Whoever answers at once says nothing of how it goes on. */
export function presentTask(row: TaskRow, locale: Locale, outlook?: Outlook): TaskOnWire {
  return {
    id: row.id,
    status: row.status,
    mode: row.mode,
    model: row.model,
    prompt: row.prompt,
    params: row.params,
    inputs: row.inputs.map(presentInput),
    taskId: row.upstreamTaskId,
    error: presentError(row, locale),
    videos: presentVideos(row),
    usage: row.usage,
    estimate: row.estimate,
    createdAt: row.createdAt.toISOString(),
    submittedAt: row.submittedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    attempt: row.attempt,
    owner: row.owner,
    batchId: row.batchId,
    outlook: outlook ?? (isActive(row.status) ? UNKNOWN_OUTLOOK : null),
    linkExpiresAt: linkExpiresAt(row)?.toISOString() ?? null,
    title: row.title,
    notes: row.notes,
    rating: row.rating,
    isFavorite: row.favoriteAt !== null,
    tags: row.tags,
    parent: row.parentId && row.parentWay ? { id: row.parentId, way: row.parentWay } : null,
    childCount: row.childCount,
    deletedAt: row.deletedAt?.toISOString() ?? null,
  }
}

/** The first of its links to die among the clips that are not saved yet. */
function linkExpiresAt({ outputs }: TaskRow): Date | null {
  const moments = outputs.flatMap(({ savedAt, expiresAt }) => (savedAt ? [] : (expiresAt ?? [])))
  return moments.reduce<Date | null>((first, at) => (first && first < at ? first : at), null)
}

function presentInput(input: TaskRow['inputs'][number]): TaskOnWire['inputs'][number] {
  const { image, type, refName } = input
  const { role, imageId } = taskPicture(input)
  return {
    role,
    imageId,
    url: imageUrl(image),
    thumbUrl: thumbUrl(image),
    blur: image.blur,
    width: image.width,
    height: image.height,
    type,
    refName,
  }
}

/** The studio's sentence first, then the gateway's own words. */
function presentError(row: TaskRow, locale: Locale): TaskOnWire['error'] {
  if (isActive(row.status) && row.gateway !== env().gateway.name) {
    return { code: 'other_gateway', message: sentence(locale, 'taskErrors', 'other_gateway') }
  }
  if (!row.errorCode) return null
  const said = sentence(locale, 'taskErrors', row.errorCode)
  return { code: row.errorCode, message: row.errorDetail ? `${said} (${row.errorDetail})` : said }
}

/** Only clips that are saved here: a vendor's link is never handed to a browser. */
function presentVideos(row: TaskRow): TaskOnWire['videos'] {
  const [picture] = row.inputs
  return row.outputs.flatMap((output) => {
    if (!output.savedAt || !output.sha256) return []
    const url = `/media/${row.id}/${output.sha256}.mp4`
    const { width, height, durationMs, bytes, sha256 } = output
    return [
      {
        url,
        downloadUrl: `${url}?download=${encodeURIComponent(clipFileName(row, output.position))}`,
        posterUrl: output.posterSha256
          ? stillUrl(row.id, output.posterSha256)
          : picture
            ? thumbUrl(picture.image)
            : null,
        blur: output.blur ?? picture?.image.blur ?? null,
        width,
        height,
        durationMs,
        bytes,
        sha256,
        savedAt: output.savedAt.toISOString(),
        expiresAt: null,
      },
    ]
  })
}
