import { v7 as uuidv7 } from 'uuid'
import type { TaskWay } from '@/lib/shared/family'
import { estimateCost } from '@/lib/shared/pricing'
import type { PictureRole, ReferenceType } from '@/lib/shared/task-schema'
import type { TaskStatus } from '@/lib/shared/task-states'
import { SEED_MAX } from '@/lib/shared/limits'
import type { TaskErrorCode } from '@/lib/shared/errors'
import { chooseSettings, type Settings } from './choose-params'
import type { Clip, MadeScene, Still } from './make-media'
import { bytesOf, pick, whole, type Random } from './random'
import { writeWords, type Written } from './write-words'

/** In flight at a gateway that no studio has: no worker ever takes them up. */
const NOWHERE = 'https://gateway.invalid'
const FAILURES = [
  'generation_failed',
  'moderation_text',
  'moderation_picture',
  'refused',
] as const satisfies TaskErrorCode[]
/** The share of failures whose result was made and is lost: each waits for a person. */
const LOST = 0.005

export type MadeInput = {
  role: PictureRole
  imageId: string
  type: ReferenceType | null
  refName: string | null
}
export type Origin = { id: string; way: TaskWay }
export type MadeTask = Settings & {
  id: string
  createdAt: Date
  status: TaskStatus
  gateway: string
  prompt: string
  errorCode: TaskErrorCode | null
  estimate: string | null
  usage: string | null
  submittedAt: Date | null
  finishedAt: Date | null
  deletedAt: Date | null
  parent: Origin | null
  title: string | null
  notes: string | null
  rating: number | null
  favoriteAt: Date | null
  inputs: MadeInput[]
  output: (Clip & { still: Still }) | null
  /** For a child that goes on from it. */
  words: Written
}

type Options = {
  createdAt: Date
  status: TaskStatus
  scenes: readonly MadeScene[]
  imageIds: ReadonlyMap<string, string>
  parent: MadeTask | null
  now: Date
}

export function makeTask(random: Random, options: Options): MadeTask {
  const { createdAt, status, parent, now } = options
  const way = parent && wayFrom(random, parent)
  const words = parent && way !== 'pictures' ? parent.words : writeWords(random)
  const settings =
    parent && way !== 'prompt' && way !== 'pictures'
      ? withSeed(random, parent)
      : chooseSettings(random, words)
  const scene = pick(
    random,
    options.scenes.filter(({ seconds }) => seconds === settings.params.duration),
  )
  const isDone = status === 'succeeded'
  const ends = new Date(createdAt.getTime() + whole(random, 40_000, 400_000))
  const isEnded = isDone || status === 'failed' || status === 'canceled'
  const isSent = status !== 'queued' && status !== 'canceled'
  const rating = isDone && random() < 0.35 ? pick(random, [1, 2, 3, 3, 4, 4, 4, 5, 5]) : null
  const isTrash = isEnded && random() < 0.02
  return {
    ...settings,
    id: uuidv7({ msecs: createdAt.getTime(), random: bytesOf(random, 16) }),
    createdAt,
    status,
    gateway: isEnded ? 'simulator' : NOWHERE,
    prompt: words.prompt,
    errorCode: status === 'failed' ? failure(random) : uncertain(status),
    estimate: JSON.stringify(estimateCost(settings)),
    usage: isDone ? JSON.stringify({ seconds: settings.params.duration }) : null,
    submittedAt: isSent ? new Date(createdAt.getTime() + 900) : null,
    finishedAt: isEnded ? ends : null,
    deletedAt: isTrash ? new Date(now.getTime() - whole(random, 1, 28 * 86_400) * 1000) : null,
    parent: parent && way ? { id: parent.id, way } : null,
    title: random() < 0.2 ? words.title : null,
    notes: random() < 0.08 ? words.notes : null,
    rating,
    favoriteAt: isDone && random() < 0.06 ? ends : null,
    inputs: inputsOf(random, { ...options, scene, settings }),
    output: isDone ? { ...scene.clip, still: pick(random, scene.stills) } : null,
    words,
  }
}

function wayFrom(random: Random, parent: MadeTask): TaskWay {
  if (parent.status === 'failed') return 'retry'
  return pick(random, ['all', 'seed', 'seed', 'prompt', 'pictures', 'longer'] as const)
}

function withSeed(random: Random, { model, mode, params }: MadeTask): Settings {
  return { model, mode, params: { ...params, seed: whole(random, 0, SEED_MAX) } }
}

function failure(random: Random): TaskErrorCode {
  return random() < LOST ? 'result_lost' : pick(random, FAILURES)
}

function uncertain(status: TaskStatus): TaskErrorCode | null {
  return status === 'unconfirmed' ? 'answer_unclear' : null
}

type Chosen = Options & { scene: MadeScene; settings: Settings }

function inputsOf(random: Random, { scene, settings, imageIds }: Chosen): MadeInput[] {
  const roles: Record<Settings['mode'], PictureRole[]> = {
    image: ['image'],
    frames: ['head', 'tail'],
    reference: Array.from({ length: whole(random, 1, 3) }, () => 'reference'),
  }
  return roles[settings.mode].map((role, place) => {
    const picture = scene.pictures[place % scene.pictures.length]
    const imageId = imageIds.get(picture?.sha256 ?? '')
    if (imageId === undefined) throw new Error('a picture was not stored')
    if (role !== 'reference') return { role, imageId, type: null, refName: null }
    const type = place === 0 ? 'subject' : pick(random, ['subject', 'background'] as const)
    return { role, imageId, type, refName: `ref${place + 1}` }
  })
}
