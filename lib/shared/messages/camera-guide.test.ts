import { expect, test } from 'vitest'
import { CAMERA_MOVEMENTS } from '@/lib/shared/models/catalogue'
import { loadCameraGuide } from './load-camera-guide'
import { loadMessages } from './load-messages'

/** The gateway's page on `cameraMovement`, letter by letter. */
const PAGE =
  'horizontal_left: 向左水平移动 horizontal_right: 向右水平移动 vertical_up: 垂直向上移动 vertical_down: 垂直向下移动 zoom_in: 镜头拉近,画面放大 zoom_out: 镜头拉远,画面缩小 crane_up: 从低处上升 quickly_zoom_in: 快速拉近 quickly_zoom_out: 快速拉远 smooth_zoom_in: 平滑地拉近 camera_rotation: 围绕轴旋转 robo_arm: 使用机械臂进行复杂移动 super_dolly_out: 快速向后移动 whip_pan: 快速水平摇动,产生模糊 hitchcock: 同时变焦和推拉,改变背景关系 left_follow: 跟随主体向左 right_follow: 跟随主体向右 pan_left: 固定位置水平向左摇动 pan_right: 固定位置水平向右摇动 fix_bg: 移动时保持背景不变'

test('in Chinese each move is explained in the page’s own words, in the page’s order', async () => {
  const { moves } = await loadCameraGuide('zh')
  // The page sets its commas as in English, the studio as in Chinese.
  const told = Object.entries(moves).map(([move, text]) => `${move}: ${text.replaceAll('，', ',')}`)
  expect(told.join(' ')).toBe(PAGE)
})

test.each(['en', 'zh'] as const)(
  'in %s every move has a name and an explanation of its own',
  async (locale) => {
    const [{ cameraMoves }, { moves }] = [await loadMessages(locale), await loadCameraGuide(locale)]
    for (const words of [cameraMoves, moves]) {
      expect(Object.keys(words)).toEqual([...CAMERA_MOVEMENTS])
      expect(new Set(Object.values(words)).size).toBe(CAMERA_MOVEMENTS.length)
    }
  },
)
