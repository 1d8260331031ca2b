import { describe, expect, test } from 'vitest'
import { CAMERA_MOVEMENTS } from '@/lib/shared/models/catalogue'
import { CAMERA_PREVIEWS, findPreview, type CameraMove, type PreviewStop } from './camera-previews'
import { EYE_DISTANCE, round } from './preview-frames'

const STEPS = Array.from({ length: 101 }, (_, index) => index / 100)

const KEYS = ['scale', 'x', 'y', 'roll', 'yaw', 'pitch'] as const
type Key = (typeof KEYS)[number]
type Pose = Record<Key, number>

/**
 * How the content goes, read from the page's words on the camera, and whether the subject grows where it moves by itself. A
 * camera on its way to the left sees everything go right; one that turns left sees the left side come near, at last.
 */
const WAYS: Record<CameraMove, [content: string, subject: number | null]> = {
  horizontal_left: ['x +', null],
  horizontal_right: ['x -', null],
  vertical_up: ['y +', null],
  vertical_down: ['y -', null],
  zoom_in: ['scale +', null],
  zoom_out: ['scale -', null],
  crane_up: ['scale -, y +, pitch -', null],
  quickly_zoom_in: ['scale +', null],
  quickly_zoom_out: ['scale -', null],
  smooth_zoom_in: ['scale +', null],
  camera_rotation: ['roll -', null],
  robo_arm: ['scale +, x -, y +, roll +', null],
  super_dolly_out: ['scale -', -1],
  whip_pan: ['x -', null],
  hitchcock: ['scale +', 0],
  left_follow: ['x +', 0],
  right_follow: ['x -', 0],
  pan_left: ['x +, yaw -', null],
  pan_right: ['x -, yaw +', null],
  fix_bg: ['', 1],
}

/** What the browser shows at a part of a stretch: it goes evenly from each of the functions' values to the next. */
function between(from: PreviewStop, to: PreviewStop, part: number): Pose {
  const at = (key: Key) => {
    const [a = 0, b = 0] = [from[key], to[key]]
    return a + (b - a) * part
  }
  return { scale: at('scale'), x: at('x'), y: at('y'), roll: at('roll'), yaw: at('yaw'), pitch: at('pitch') } // prettier-ignore
}

const poses = (layer: readonly PreviewStop[]) =>
  layer.slice(1).flatMap((to, index) => STEPS.map((part) => between(layer[index] ?? to, to, part)))

/** Where a corner of the picture is seen, in hundredths of the frame's width from its middle. */
function seen(pose: Pose, ratio: number, corner: readonly [number, number]): [number, number] {
  const height = 100 / ratio
  const turn = (degrees: number) => [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)] as const // prettier-ignore
  const [cosRoll, sinRoll] = turn(pose.roll)
  const [cosYaw, sinYaw] = turn(pose.yaw)
  const [cosPitch, sinPitch] = turn(pose.pitch)
  const [u, v] = [corner[0] * 50 * pose.scale, (corner[1] * height * pose.scale) / 2]
  const [rolledX, rolledY] = [u * cosRoll - v * sinRoll, u * sinRoll + v * cosRoll]
  const [yawedX, yawedZ] = [rolledX * cosYaw, -rolledX * sinYaw]
  const [pitchedY, z] = [rolledY * cosPitch - yawedZ * sinPitch, rolledY * sinPitch + yawedZ * cosPitch] // prettier-ignore
  const nearness = EYE_DISTANCE / (EYE_DISTANCE - z)
  return [(yawedX + pose.x) * nearness, (pitchedY + (pose.y * height) / 100) * nearness]
}

const CORNERS = [[-1, -1], [1, -1], [1, 1], [-1, 1]] as const // prettier-ignore

function fillsFrame(pose: Pose, ratio: number): boolean {
  const quad = CORNERS.map((corner) => seen(pose, ratio, corner))
  return CORNERS.every(([cx, cy]) =>
    quad.every(([ax, ay], index) => {
      const [bx, by] = quad[(index + 1) % 4] ?? [0, 0]
      const [px, py] = [cx * 50, (cy * 50) / ratio]
      return (bx - ax) * (py - ay) - (by - ay) * (px - ax) >= -1e-6
    }),
  )
}

test('every move of the catalogue is shown, and nothing else', () => {
  expect(Object.keys(CAMERA_PREVIEWS).toSorted()).toEqual([...CAMERA_MOVEMENTS].toSorted())
  expect(findPreview('moonwalk')).toBeNull()
  expect(findPreview('constructor')).toBeNull()
})

test('no two are alike', () => {
  const shown = CAMERA_MOVEMENTS.map((move) => JSON.stringify(CAMERA_PREVIEWS[move]))
  expect(new Set(shown).size).toBe(CAMERA_MOVEMENTS.length)
})

describe.each(CAMERA_MOVEMENTS)('%s', (move) => {
  const preview = CAMERA_PREVIEWS[move]

  // 0.75 is half a tile of 3:2, as it is where start and end are shown beside each other.
  test.each([0.5, 0.75, 1, 1.5, 1.6])('fills a frame of ratio %d all the time', (ratio) => {
    const bare = poses(preview.background).filter((pose) => !fillsFrame(pose, ratio))
    expect(bare).toEqual([])
  })

  test('something moves, and it is seen where it starts and where it ends', () => {
    const layers = [preview.background, preview.subject ?? []]
    expect(layers.some((layer) => JSON.stringify(layer[0]) !== JSON.stringify(layer.at(-1)))).toBe(
      true,
    )
    const { keyframes, duration } = round(preview, preview.background)
    const offsets = keyframes.map(({ offset }) => Number(offset))
    expect(offsets).toEqual(offsets.toSorted((a, b) => a - b))
    expect([offsets[0], offsets.at(-1)]).toEqual([0, 1])
    expect(Number(offsets[1]) * duration).toBeGreaterThan(200)
  })

  test('goes as the page says', () => {
    const { background, subject } = preview
    const way = (layer: readonly PreviewStop[] = [], key: Key) =>
      Math.sign((layer.at(-1)?.[key] ?? 0) - (layer[0]?.[key] ?? 0))
    const moving = KEYS.filter((key) => way(background, key) !== 0)
    const said = moving.map((key) => `${key} ${way(background, key) > 0 ? '+' : '-'}`)
    expect([said.join(', '), subject ? way(subject, 'scale') : null]).toEqual(WAYS[move])
  })
})
