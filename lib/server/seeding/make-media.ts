import sharp from 'sharp'
import { storage } from '../storage/storage'
import type { MediaExtension } from '../storage/media-key'
import { blurOf, drawPicture } from './draw-picture'
import { encodeClip } from './encode-clip'
import { randomFrom, whole, type Random } from './random'
import { allScenes, sizeOf, type Scene } from './scenes'

const STILLS_A_SCENE = 62
const PICTURES_A_SCENE = 3
const STILL_LONGEST = 480
const PICTURE_LONGEST = 900
const CLIP_SHORTEST = 240
const MIB = 1024 * 1024

type Size = { width: number; height: number }
export type Still = { sha256: string; blur: string }
export type Clip = Size & { sha256: string; bytes: number; durationMs: number }
export type Picture = Size & { sha256: string; bytes: number; thumb: Still }
/** The files of a scene, stored. */
export type MadeScene = Scene & { clip: Clip; stills: Still[]; pictures: Picture[] }

/** Makes and stores every clip, still and picture that the tasks share. `onStep` hears how many of how many scenes are done. */
export async function makeMedia(
  random: Random,
  onStep: (done: number, of: number) => void,
): Promise<MadeScene[]> {
  sharp.concurrency(1) // many small pictures: those beside each other are what fills the processors
  const made: MadeScene[] = []
  const scenes = allScenes()
  for (const scene of scenes) {
    // Each with chances of its own: which is done first is nobody's to say.
    const chances = () => randomFrom(whole(random, 0, 2 ** 31))
    const clip = await makeClip(chances(), scene)
    const stills = await several(STILLS_A_SCENE, () => makeStill(chances(), scene))
    const pictures = await several(PICTURES_A_SCENE, () => makePicture(chances(), scene))
    made.push({ ...scene, clip, stills, pictures })
    onStep(made.length, scenes.length)
  }
  return made
}

async function several<T>(count: number, make: () => Promise<T>): Promise<T[]> {
  const all: T[] = []
  const beside = 4
  for (let at = 0; at < count; at += beside) {
    const some = Array.from({ length: Math.min(beside, count - at) }, make)
    all.push(...(await Promise.all(some)))
  }
  return all
}

async function makeStill(random: Random, scene: Scene): Promise<Still> {
  const picture = await drawPicture(random, scene, STILL_LONGEST)
  const webp = await picture.webp({ quality: 68, effort: 1 }).toBuffer()
  const { sha256 } = await store(webp, 'webp')
  return { sha256, blur: await blurOf(webp) }
}

async function makePicture(random: Random, scene: Scene): Promise<Picture> {
  const size = sizeOf(scene.ratio, { longest: PICTURE_LONGEST })
  const picture = await drawPicture(random, scene, PICTURE_LONGEST)
  const webp = await picture.webp({ quality: 80 }).toBuffer()
  const stored = await store(webp, 'webp')
  const small = await sharp(webp)
    .resize(STILL_LONGEST, STILL_LONGEST, { fit: 'inside' })
    .webp({ quality: 68, effort: 1 })
    .toBuffer()
  const thumb = { sha256: (await store(small, 'webp')).sha256, blur: await blurOf(small) }
  return { ...size, ...stored, thumb }
}

async function makeClip(random: Random, scene: Scene): Promise<Clip> {
  const size = sizeOf(scene.ratio, { shortest: CLIP_SHORTEST })
  const picture = await drawPicture(random, scene, Math.max(size.width, size.height) * 1.25)
  const { data, info } = await picture.ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const ground = { data, width: info.width, height: info.height }
  const { mp4, durationMs } = await encodeClip({ ground, ...size, seconds: scene.seconds })
  return { ...size, durationMs, ...(await store(mp4, 'mp4')) }
}

async function store(bytes: Uint8Array, extension: MediaExtension) {
  const result = await storage().put(bytes, { token: 'seed', limitBytes: 50 * MIB, extension })
  if (result.kind !== 'kept') throw new Error('there is no room on the disk')
  return { sha256: result.sha256, bytes: result.bytes }
}
