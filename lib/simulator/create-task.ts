import { v7 as uuidv7 } from 'uuid'
import type { Picture } from './check-picture'
import type { Complaint } from './complaint'
import { castOf } from './cast'
import type { Context } from './context'
import { fetchPicture } from './fetch-picture'
import { clipKey, clipSize } from './render/clip-size'
import { shotCount } from './render/several-shots'
import { readSubmission, type Submission } from './submission'
import type { Task } from './task-files'

type Created = { ok: true; task: Task } | { ok: false; complaint: Complaint }

/**
 * Takes in the pictures of a body that the page allows, and keeps it as a task; its clip is
 * rendered from now on. Refuses when a picture is not there or not fit.
 */
export async function createTask(context: Context, body: unknown): Promise<Created> {
  const { files, renders, settings, stopping } = context
  const { submission, addresses } = readSubmission(body, settings.headtailKeys)
  const pictures: Picture[] = []
  for (const address of addresses) {
    const fetched = await fetchPicture(address, { signal: stopping })
    if (!fetched.ok) {
      const { code, message } = fetched
      return { ok: false, complaint: { field: submission.field, code, message } }
    }
    pictures.push(fetched.picture)
  }
  for (const picture of pictures) await files.savePicture(picture)
  const task = newTask({ submission, pictures, now: context.now() })
  await files.save(task)
  renders.add(task)
  return { ok: true, task }
}

function newTask(options: { submission: Submission; pictures: Picture[]; now: number }): Task {
  const { submission, pictures, now } = options
  const [first] = pictures
  if (!first) throw new Error('an allowed body has at least one picture')
  const size = clipSize(first, submission.shortSide)
  const shots = submission.isMultiClip ? shotCount(submission.seconds) : 1
  const { soundWords: sound, cameraMovement: move, seconds } = submission
  const cast = castOf(submission, pictures)
  const key = clipKey({ pictures: cast, move, seconds, shots, sound, ...size })
  return {
    id: uuidv7(),
    createdAt: now,
    submission,
    pictures: pictures.map(({ sha256, width, height }) => ({ sha256, width, height })),
    clip: { key, seconds, shots, ...size },
    failure: null,
  }
}
