import { v7 as uuidv7 } from 'uuid'
import { chooseStatus } from './choose-status'
import { makeMedia, type MadeScene } from './make-media'
import { pretendMedia } from './pretend-media'
import { makeTask, type MadeTask } from './make-task'
import { bytesOf, pick, pickUneven, randomFrom, whole, type Random } from './random'
import {
  countTasks,
  insertTasks,
  lastPlaces,
  storeCollections,
  storePictures,
  storeTags,
} from './seed-store'
import { COLLECTIONS, SMART_COLLECTIONS, TAGS } from './words'

const TWO_YEARS_MS = 2 * 365 * 86_400_000
const AT_A_TIME = 2_000
/** Children come from the last so many before them. */
const NEAR = 400
const CHILD_SHARE = 0.12
/** Room between two clips of a collection. */
const PLACE_GAP = 1024

type Options = {
  count: number
  seed: number
  now: Date
  /** Rows alone, for whoever measures what is done with them: every clip is missing. */
  isWithoutFiles?: boolean
  onProgress: (what: 'media' | 'tasks', done: number, of: number) => void
}

/** Writes this many tasks of two years, with files that are really there, and all that people add to them. Can be run again for more. */
export async function seedStudio(options: Options): Promise<void> {
  const { count, seed, now, isWithoutFiles, onProgress } = options
  const scenes = isWithoutFiles
    ? pretendMedia(randomFrom(seed))
    : await makeMedia(randomFrom(seed), (done, of) => onProgress('media', done, of))
  // What comes on top is not the same again.
  const random = randomFrom(seed + (await countTasks()))
  const { imageIds, tagIds, collectionIds } = await storeSurroundings(random, scenes, now)
  const places = await lastPlaces(collectionIds)
  const near: MadeTask[] = []
  const times = timesOf(random, count, now)
  for (let at = 0; at < count; at += AT_A_TIME) {
    const tasks = times.slice(at, at + AT_A_TIME).map((createdAt, offset) => {
      const status = chooseStatus(random, { index: at + offset, count })
      const parent = random() < CHILD_SHARE ? parentFrom(random, near) : null
      const task = makeTask(random, { createdAt, status, scenes, imageIds, parent, now })
      if (near.push(task) > NEAR) near.shift()
      return task
    })
    const tagged = tasks.flatMap(({ id: taskId }) =>
      someOf(random, tagIds).map((tagId) => ({ taskId, tagId })),
    )
    const collected = tasks.flatMap(({ id: taskId, deletedAt }) => {
      if (deletedAt || random() > 0.06) return []
      const collectionId = pickUneven(random, collectionIds)
      const position = (places.get(collectionId) ?? 0) + PLACE_GAP
      places.set(collectionId, position)
      return [{ collectionId, taskId, position }]
    })
    await insertTasks({ tasks, tagged, collected })
    onProgress('tasks', Math.min(at + AT_A_TIME, count), count)
  }
}

async function storeSurroundings(random: Random, scenes: readonly MadeScene[], now: Date) {
  const newId = () => uuidv7({ msecs: now.getTime(), random: bytesOf(random, 16) })
  const pictures = scenes.flatMap((scene) => scene.pictures)
  return {
    imageIds: await storePictures(
      pictures.map((picture) => ({ ...picture, id: newId() })),
      now,
    ),
    tagIds: await storeTags(
      TAGS.map((name) => ({ name, id: newId() })),
      now,
    ),
    collectionIds: await storeCollections(
      [...COLLECTIONS.map((name) => ({ name, query: null })), ...SMART_COLLECTIONS].map((each) => ({
        ...each,
        id: newId(),
      })),
      now,
    ),
  }
}

/** Oldest first, the later months fuller. */
function timesOf(random: Random, count: number, now: Date): Date[] {
  const ages = Array.from({ length: count }, () => TWO_YEARS_MS * random() ** 1.5 + 60_000)
  return ages.sort((a, b) => b - a).map((age) => new Date(Math.floor(now.getTime() - age)))
}

/** Some have a great many children. */
function parentFrom(random: Random, near: readonly MadeTask[]): MadeTask | null {
  const able = near.filter(({ status }) => status === 'succeeded' || status === 'failed')
  return able.length > 0 ? pick(() => random() ** 3, able) : null
}

function someOf(random: Random, tagIds: readonly string[]): string[] {
  const count = random() < 0.45 ? 0 : whole(random, 1, 4)
  return [...new Set(Array.from({ length: count }, () => pickUneven(random, tagIds)))]
}
