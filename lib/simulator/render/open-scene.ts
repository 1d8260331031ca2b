import sharp from 'sharp'
import { createShot, type Shot } from './camera-shot'
import { cardLayout } from './card-layout'
import { compose } from './composition'
import { loadBackdrop } from './load-backdrop'
import { loadCard } from './load-card'
import { loadSource } from './load-source'
import type { RenderJob, Role } from './render-job'
import { cutTogether, loadFraming } from './several-shots'
import { createTransition } from './transition'
import { colourMatrix, type YuvPicture } from './yuv-picture'

/** Reads the job's pictures and returns what draws the whole clip, frame by frame. */
export async function openScene(job: RenderJob): Promise<Shot> {
  const [first] = filesOf(job, 'first')
  const [last] = filesOf(job, 'last')
  if (!first) return openReferences(job)
  return last ? openPair(job, first, last) : openPicture(job, first)
}

function filesOf(job: RenderJob, role: Role): string[] {
  return job.pictures.filter((picture) => picture.role === role).map(({ file }) => file)
}

async function openPicture(job: RenderJob, file: string): Promise<Shot> {
  const shots: Shot[] = []
  for (let index = 0; index < job.shots; index++) {
    const { picture, move } = await loadFraming(file, job, index)
    shots.push(createShot(move ?? job.move, picture))
  }
  return cutTogether(shots)
}

/** With several shots, all are of the first picture, and the final one turns into the last. */
async function openPair(job: RenderJob, firstFile: string, lastFile: string): Promise<Shot> {
  const shots: Shot[] = []
  for (let index = 0; index < job.shots - 1; index++) {
    const { picture, move } = await loadFraming(firstFile, job, index)
    shots.push(createShot(move, picture))
  }
  const { picture: first } = await loadFraming(firstFile, job, job.shots - 1)
  const last = await loadSource(lastFile, job)
  return cutTogether([...shots, createTransition({ first, last, move: job.move })])
}

/** Subjects over the background; without one, over what is left of the first subject's colours. */
async function openReferences(job: RenderJob): Promise<Shot> {
  const subjects = filesOf(job, 'subject')
  const background = createShot(job.move, await loadBackground(job, subjects))
  const places = cardLayout(await Promise.all(subjects.map(pictureSize)), job)
  const cards = await Promise.all(
    places.map(async (place, index) => {
      const card = await loadCard(subjects[index] ?? '', place, colourMatrix(job.height))
      return { card, place }
    }),
  )
  return compose(background, cards)
}

async function loadBackground(job: RenderJob, subjects: readonly string[]): Promise<YuvPicture> {
  const [file] = filesOf(job, 'background')
  if (file) return loadSource(file, job)
  const [subject] = subjects
  if (!subject) throw new Error('a clip needs a picture')
  return loadBackdrop(subject, job)
}

async function pictureSize(file: string): Promise<{ width: number; height: number }> {
  const { autoOrient } = await sharp(file).metadata()
  return autoOrient
}
