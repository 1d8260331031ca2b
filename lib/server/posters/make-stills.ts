import { v7 as newId } from 'uuid'
import { fileOf } from '../images/picture-file'
import { createLog } from '../log'
import { clipKey } from '../storage/media-key'
import { storage } from '../storage/storage'
import { hasFfmpeg, takeFrame } from './clip-frame'
import { makeStill, type Still } from './make-still'
import {
  bareClips,
  barePictures,
  noteThumb,
  notePoster,
  type BareClip,
  type BarePicture,
} from './posters-store'

const log = createLog('posters')

/** At a time: between two parts what is new comes first. */
const AT_A_TIME = 10
const STILL_MAX_BYTES = 1024 * 1024

/** What could not be made here and now; it is tried again by the next process. */
const failed = { pictures: new Set<string>(), clips: new Set<string>() }
let isFfmpegThere: Promise<boolean> | undefined

/**
 * Makes some of the stills that are missing: of pictures, and of clips where ffmpeg is there. The gallery shows the first picture
 * of a clip until then.
 * @returns whether there was anything to make
 */
export async function makeStills(signal: AbortSignal): Promise<boolean> {
  const pictures = await barePictures(AT_A_TIME, failed.pictures)
  for (const picture of pictures) {
    if (!signal.aborted) await attempt(failed.pictures, picture.id, () => makeThumb(picture))
  }
  const clips = (await canReadClips()) ? await bareClips(AT_A_TIME, failed.clips) : []
  for (const clip of clips) {
    if (!signal.aborted) await attempt(failed.clips, clip.sha256, () => makePoster(clip, signal))
  }
  return pictures.length + clips.length > 0
}

function canReadClips(): Promise<boolean> {
  return (isFfmpegThere ??= hasFfmpeg().then((isThere) => {
    if (!isThere) log.info('no ffmpeg here: the first picture of a clip stands for it')
    return isThere
  }))
}

async function attempt(
  givenUp: Set<string>,
  id: string,
  work: () => Promise<boolean>,
): Promise<void> {
  try {
    if (!(await work())) givenUp.add(id)
  } catch (error) {
    givenUp.add(id)
    log.warn({ err: error, id }, 'no still made')
  }
}

async function makeThumb(picture: BarePicture): Promise<boolean> {
  const file = await storage().open(fileOf(picture))
  if (!file) return false
  const still = await stillOf(await bytesOf(file.stream()))
  const thumbSha256 = await keep(still)
  if (!thumbSha256) return false
  await noteThumb({ id: picture.id, thumbSha256, blur: still.blur })
  return true
}

async function makePoster({ sha256, durationMs }: BareClip, signal: AbortSignal): Promise<boolean> {
  const path = await storage().pathOf(clipKey(sha256))
  if (!path) return false
  const frame = await takeFrame({ path, durationMs, signal })
  if (signal.aborted) return true
  const still = frame && (await stillOf(frame))
  const posterSha256 = still && (await keep(still))
  if (still && !posterSha256) return false
  await notePoster({
    sha256,
    still: still && posterSha256 ? { posterSha256, blur: still.blur } : null,
    now: new Date(),
  })
  return true
}

/** The decoder is loaded when there is something to decode: a worker at rest does without its memory. */
async function stillOf(bytes: Buffer): Promise<Still> {
  const { openPicture } = await import('../images/open-picture')
  return makeStill(openPicture(bytes, 'error'))
}

/** Its hash; null where there is no room for it. */
async function keep({ data }: Still): Promise<string | null> {
  const kept = await storage().put(data, {
    token: newId(),
    limitBytes: STILL_MAX_BYTES,
    extension: 'webp',
  })
  return kept.kind === 'kept' ? kept.sha256 : null
}

async function bytesOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts)
}

/** Looks for the program anew; for tests, which have one each. */
export function forgetFfmpeg(): void {
  isFfmpegThere = undefined
}
