import { describe, expect, test } from 'vitest'
import { cardLayout, type Place } from './card-layout'
import { cutOut, drawAt, fixture, likeness, mean, type Box } from './test-frames'
import { renderJob, steps, timesOf } from './test-frames'
import type { Plane } from './frame-sampler'
import { openScene } from './open-scene'
import type { RenderJob } from './render-job'
import { colourMatrix, loadYuv } from './yuv-picture'

const SIZES = {
  'astronaut.png': { width: 512, height: 512 },
  'chelsea.png': { width: 451, height: 300 },
  'rocket.jpg': { width: 640, height: 427 },
}
type Subject = keyof typeof SIZES
const SUBJECTS: readonly Subject[] = ['chelsea.png', 'astronaut.png', 'rocket.jpg']
const FRAME = { width: 270, height: 180 }

function job(subjects: readonly Subject[], overrides: Partial<RenderJob> = {}): RenderJob {
  const background = { file: fixture('coffee.png'), role: 'background' as const }
  const cards = subjects.map((name) => ({ file: fixture(name), role: 'subject' as const }))
  return renderJob({ ...FRAME, pictures: [...cards, background], ...overrides })
}

function placesOf(subjects: readonly Subject[], frame = FRAME) {
  return cardLayout(
    subjects.map((name) => SIZES[name]),
    frame,
  )
}

/** How much larger than its place a floating card is. */
const ENLARGED = [1.03, 1.045, 1.06, 1.075, 1.09]
/** The middle of a card, away from its soft edge. */
const MIDDLE = 0.8
/** How far, in pixels, a card floats from its place. */
const FAR = [-9, -6, -3, 0, 3, 6, 9]
const NEAR = [-2, -1, 0, 1, 2]

/** How like the subject the frame is where it is most like it, in the place or near. */
async function likenessAt(frame: Plane, subject: Subject, place: Place): Promise<number> {
  let best = -1
  for (const scale of ENLARGED) {
    const whole = even(place.card.width * scale, place.card.height * scale)
    const size = even(whole.width * MIDDLE, whole.height * MIDDLE)
    const { planes } = await loadYuv(fixture(subject), whole, colourMatrix(FRAME.height))
    const still = cutOut(planes[0], middleOf(whole, size))
    const { left, top } = middleOf(place, size)
    const at = { left: place.left + left, top: place.top + top, ...size }
    const roughly = bestNear(frame, still, { at, away: FAR })
    const exactly = bestNear(frame, still, { at: roughly.at, away: NEAR })
    best = Math.max(best, exactly.likeness)
  }
  return best
}

function bestNear(frame: Plane, still: Plane, { at, away }: { at: Box; away: readonly number[] }) {
  const boxes = away.flatMap((x) =>
    away.map((y) => ({ ...at, left: at.left + x, top: at.top + y })),
  )
  const found = boxes.map((box) => ({ at: box, likeness: likeness(still, cutOut(frame, box)) }))
  return found.reduce((best, one) => (one.likeness > best.likeness ? one : best))
}

function even(width: number, height: number) {
  return { width: Math.round(width / 2) * 2, height: Math.round(height / 2) * 2 }
}

function middleOf(
  outer: { width: number; height: number },
  inner: { width: number; height: number },
) {
  const left = Math.round((outer.width - inner.width) / 2)
  const top = Math.round((outer.height - inner.height) / 2)
  return { ...inner, left, top }
}

async function drawn(scene: RenderJob, times: readonly number[] = [0.5]): Promise<Plane[]> {
  return drawAt(await openScene(scene), scene, times)
}

describe.each([1, 2, 3])('%i references', (count) => {
  const subjects = SUBJECTS.slice(0, count)

  test('are each in their place, and nobody else is there', async () => {
    const [frame] = await drawn(job(subjects))
    const places = placesOf(subjects)
    if (!frame) throw new Error('no frame')
    for (const [at, place] of places.entries()) {
      for (const [index, subject] of subjects.entries()) {
        const found = await likenessAt(frame, subject, place)
        if (index === at) expect(found, `${subject} in its place`).toBeGreaterThan(0.9)
        else expect(found, `${subject} at ${at}`).toBeLessThan(0.6)
      }
    }
  })

  test('stand before the background, which moves as the camera does', async () => {
    const border = { left: 0, top: 0, width: FRAME.width, height: 8 }
    for (const move of [null, 'horizontal_left']) {
      const [frame] = await drawn(job(subjects, { move }))
      const [alone] = await drawn(job([], { move }))
      if (!frame || !alone) throw new Error('no frame')
      expect(likeness(cutOut(frame, border), cutOut(alone, border))).toBeGreaterThan(0.99)
      expect(likeness(frame, alone)).toBeLessThan(0.95)
    }
  })
})

test('each card moves on its own, gently', async () => {
  const subjects = SUBJECTS.slice(0, 2)
  // A background that stands still: what moves is the cards.
  const frames = await drawn(
    job(subjects, { pictures: job(subjects).pictures.slice(0, 2) }),
    timesOf(24),
  )
  const moved = placesOf(subjects).map(({ card }) => {
    const seen = frames.map((frame) => cutOut(frame, card))
    return { least: Math.min(...steps(seen)), most: Math.max(...steps(seen)) }
  })
  for (const { least, most } of moved) {
    expect(least).toBeGreaterThan(0.2)
    expect(most).toBeLessThan(15)
  }
})

test('without a background, the colours of the first subject are behind them', async () => {
  const pictures = job(['rocket.jpg', 'chelsea.png']).pictures.slice(0, 2)
  const [ofNight] = await drawn(job([], { pictures }))
  const [ofCat] = await drawn(job([], { pictures: pictures.toReversed() }))
  const corner = { left: 0, top: 0, width: 40, height: 30 }
  if (!ofNight || !ofCat) throw new Error('no frame')
  expect(mean(cutOut(ofNight, corner).data)).toBeLessThan(mean(cutOut(ofCat, corner).data) - 20)
  expect(mean(cutOut(ofNight, corner).data)).toBeGreaterThan(16)
})

describe('the places of cards', () => {
  test.each([
    ['wide', 812, 540],
    ['upright', 360, 640],
    ['square', 540, 540],
  ])('are within a %s frame, apart, and keep the ratios', (_name, width, height) => {
    for (const count of [1, 2, 3, 4, 7]) {
      const pictures = Array.from({ length: count }, (_, index) => ({
        width: 300 + 200 * (index % 3),
        height: 600 - 100 * (index % 4),
      }))
      const places = cardLayout(pictures, { width, height })
      places.forEach((place, index) => {
        const picture = pictures[index]
        expect(place.left).toBeGreaterThanOrEqual(0)
        expect(place.top).toBeGreaterThanOrEqual(0)
        expect(place.left + place.width).toBeLessThanOrEqual(width)
        expect(place.top + place.height).toBeLessThanOrEqual(height)
        for (const value of [place.left, place.top, place.width, place.height])
          expect(value % 2).toBe(0)
        const ratio = (picture?.width ?? 0) / (picture?.height ?? 1)
        expect(place.card.width / place.card.height).toBeCloseTo(ratio, 0)
        for (const other of places.slice(index + 1))
          expect(areApart(place.card, other.card)).toBe(true)
      })
    }
  })

  test('leave more than half of the frame to the background', () => {
    const frame = { width: 812, height: 540 }
    for (const count of [1, 2, 3]) {
      const same = Array.from({ length: count }, () => frame)
      const covered = cardLayout(same, frame).reduce(
        (sum, { card }) => sum + card.width * card.height,
        0,
      )
      expect(covered / (frame.width * frame.height)).toBeLessThan(0.5)
    }
  })

  test('follow the order: beside each other in a wide frame, below each other in an upright one', () => {
    const three = Array.from({ length: 3 }, () => ({ width: 300, height: 300 }))
    const lefts = cardLayout(three, { width: 800, height: 400 }).map(({ left }) => left)
    const tops = cardLayout(three, { width: 400, height: 800 }).map(({ top }) => top)
    expect(lefts).toEqual(lefts.toSorted((a, b) => a - b))
    expect(tops).toEqual(tops.toSorted((a, b) => a - b))
    expect([new Set(lefts).size, new Set(tops).size]).toEqual([3, 3])
  })
})

function areApart(a: Place['card'], b: Place['card']): boolean {
  const beside = a.left + a.width <= b.left || b.left + b.width <= a.left
  return beside || a.top + a.height <= b.top || b.top + b.height <= a.top
}
