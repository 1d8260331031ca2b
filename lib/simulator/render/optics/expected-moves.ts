import type { Measures } from './measure-shot'

type Range = readonly [least: number, most: number]
type Ranges = Readonly<Record<keyof Measures, Range>>

/** What a measure may be where nothing of the kind is to be seen. */
const NOTHING = {
  x: [-0.02, 0.02],
  y: [-0.02, 0.02],
  growth: [-0.05, 0.05],
  turn: [0, 2],
  leanX: [-0.1, 0.1],
  leanY: [-0.1, 0.1],
  detour: [0, 0.05],
  breath: [0, 0.08],
  rock: [0, 4],
  subjectX: [-Infinity, Infinity],
  subjectY: [-Infinity, Infinity],
  subjectGrowth: [-Infinity, Infinity],
  subjectWay: [0, Infinity],
  apartX: [-0.03, 0.03],
  apartY: [-0.03, 0.03],
  apartGrowth: [-0.1, 0.1],
  early: [0.26, 0.4],
  middle: [0.26, 0.4],
  sharpness: [0.8, 1],
} satisfies Ranges

const ANY: Range = [-Infinity, Infinity]
const GOES_RIGHT: Range = [0.1, 0.3]
const GOES_LEFT: Range = [-0.3, -0.1]
const GOES_DOWN: Range = [0.07, 1]
const GOES_UP: Range = [-1, -0.07]
const GROWS: Range = [0.15, 0.3]
const GROWS_MUCH: Range = [0.33, 1]
const SHRINKS: Range = [-0.3, -0.15]
const SHRINKS_MUCH: Range = [-1, -0.33]

/** Speeds: at once and then slower; slow, faster, slow; nothing, all, nothing. */
const SUDDEN = { early: [0.55, 1], middle: [0.1, 0.35] } satisfies Partial<Ranges>
const GENTLE = { early: [0.1, 0.32], middle: [0.5, 0.75] } satisfies Partial<Ranges>
const WHIPPED = { early: [0, 0.05], middle: [0.9, 1] } satisfies Partial<Ranges>

/**
 * How each move is to be seen, after the gateway's page; what is not named is NOTHING. The content
 * goes against the camera: a camera on its way to the left sees everything move to the right.
 */
const SEEN: Readonly<Record<string, Partial<Ranges>>> = {
  // 向左水平移动, 向右水平移动, 垂直向上移动, 垂直向下移动
  horizontal_left: { x: GOES_RIGHT },
  horizontal_right: { x: GOES_LEFT },
  vertical_up: { y: GOES_DOWN },
  vertical_down: { y: GOES_UP },
  // 镜头拉近,画面放大 and 镜头拉远,画面缩小
  zoom_in: { growth: GROWS },
  zoom_out: { growth: SHRINKS },
  // 从低处上升: a crane's arm looks up from below, and down from above.
  crane_up: { y: GOES_DOWN, leanY: [-1, -0.15], growth: [-0.3, -0.05], ...GENTLE },
  // 快速拉近, 快速拉远, 平滑地拉近
  quickly_zoom_in: { growth: GROWS_MUCH, ...SUDDEN },
  quickly_zoom_out: { growth: SHRINKS_MUCH, ...SUDDEN },
  smooth_zoom_in: { growth: GROWS, ...GENTLE },
  // 围绕轴旋转: which way round is not said.
  camera_rotation: { turn: [12, 90] },
  // 使用机械臂进行复杂移动
  robo_arm: {
    ...{ x: ANY, y: ANY, growth: ANY, turn: ANY, leanX: ANY, leanY: ANY, early: ANY, middle: ANY },
    ...{ detour: [0.2, 2], breath: [0.2, 2], rock: [8, 60] },
  },
  // 快速向后移动: what is near shrinks faster than what is far.
  super_dolly_out: { growth: SHRINKS, apartGrowth: [-1, -0.15], ...SUDDEN },
  // 快速水平摇动,产生模糊: either way; what is blurred is not measured so well.
  whip_pan: {
    ...{ x: [-1, -0.3], y: [-0.05, 0.05], leanX: ANY, leanY: ANY, turn: [0, 4] },
    ...{ apartX: [-0.1, 0.1], apartGrowth: ANY, sharpness: [0, 0.6] },
    ...WHIPPED,
  },
  // 同时变焦和推拉,改变背景关系
  hitchcock: {
    ...{ growth: [0.25, 1], subjectGrowth: [-0.05, 0.05], apartGrowth: [-1, -0.25] },
    ...GENTLE,
  },
  // 跟随主体向左, 跟随主体向右: the subject stays in the frame, the world goes by.
  left_follow: { x: GOES_RIGHT, subjectX: [-0.02, 0.02], apartX: GOES_LEFT },
  right_follow: { x: GOES_LEFT, subjectX: [-0.02, 0.02], apartX: GOES_RIGHT },
  // 固定位置水平向左摇动, 固定位置水平向右摇动: a camera that turns where it stands.
  pan_left: { x: GOES_RIGHT, leanX: [0.15, 1] },
  pan_right: { x: GOES_LEFT, leanX: [-1, -0.15] },
  // 移动时保持背景不变
  fix_bg: {
    ...{ x: [-0.003, 0.003], y: [-0.003, 0.003], growth: [-0.005, 0.005], detour: [0, 0.01] },
    ...{ subjectWay: [0.08, 1], apartGrowth: [0.15, 0.5], early: ANY, middle: ANY },
  },
}

export const EXPECTED_MOVES = Object.keys(SEEN)

/** What speaks against these being the measures of that move, in words; nothing if they may be. */
export function objections(move: string, measures: Measures): string[] {
  const expected: Ranges = { ...NOTHING, ...SEEN[move] }
  const said: string[] = []
  for (const [name, [least, most]] of Object.entries(expected)) {
    const value = Object.entries(measures).find(([key]) => key === name)?.[1]
    if (value !== undefined && value >= least && value <= most) continue
    said.push(`${name} is ${value?.toFixed(3)}, not from ${least} to ${most}`)
  }
  return said
}
