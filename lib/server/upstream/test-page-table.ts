/**
 * The gateway's page as a table, a row a field in the page's order and words. Written from the page alone and importing nothing, so
 * that a mistake in the catalogue or in the simulator meets a reading that cannot share it.
 */
type Settings = Readonly<Record<string, unknown>>
export type PictureField = 'image' | 'headtailImages' | 'characterImages'
export type Asked = { model: string; pictures: PictureField; settings: Settings }

const V55 = 'aisphere-v5.5'
const V5 = 'aisphere-v5'
const V45 = 'aisphere-v4.5'
const V4 = 'aisphere-v4'
const V35 = 'aisphere-v3.5'
const ALL = [V55, V5, V45, V4, V35]
const BEFORE_V55 = [V5, V45, V4, V35]

type Takes = (value: unknown, model: string) => boolean
type Row = { words: string; takes: Takes; notWith?: PictureField }

/** Values, and the models that take them. */
const values =
  (...lines: [readonly unknown[], readonly string[]][]): Takes =>
  (value, model) =>
    lines.some(([named, models]) => named.includes(value) && models.includes(model))
const onOff = (models: readonly string[]) => values([[true, false], models])
const text =
  (models: readonly string[]): Takes =>
  (value, model) =>
    typeof value === 'string' && models.includes(model)
const integer: Takes = (value) => Number.isInteger(value)

export const PAGE_MODELS = ALL
export const PAGE_CAMERA_MOVES = [
  ...['horizontal_left', 'horizontal_right', 'vertical_up', 'vertical_down', 'zoom_in', 'zoom_out'],
  ...['crane_up', 'quickly_zoom_in', 'quickly_zoom_out', 'smooth_zoom_in', 'camera_rotation'],
  ...['robo_arm', 'super_dolly_out', 'whip_pan', 'hitchcock', 'left_follow', 'right_follow'],
  ...['pan_left', 'pan_right', 'fix_bg'],
]
export const PAGE_STYLES = ['anime', '3d_animation', 'clay', 'normal', 'comic', 'cyberpunk']

const PICTURES: Readonly<Record<PictureField, { words: string; models: readonly string[] }>> = {
  image: { words: '图片信息', models: ALL },
  headtailImages: { words: '首尾帧图片信息, 首尾生必填', models: ALL },
  characterImages: {
    words: '参考图片信息(aisphere-v4.5、aisphere-v5模型), 参考生必填',
    models: [V45, V5],
  },
}

const ROWS: Readonly<Record<string, Row>> = {
  duration: {
    words: '视频时长,单位 s,支持: 5 8 10(aisphere-v5.5模型)',
    takes: values([[5, 8], ALL], [[10], [V55]]),
  },
  resolution: {
    words: '视频分辨率,支持: 360p 540p 720p 1080p',
    takes: values([['360p', '540p', '720p', '1080p'], ALL]),
  },
  seed: { words: '随机种子,非必填', takes: integer },
  negativePrompt: { words: '负面提示词,非必填', takes: text(ALL) },
  motionMode: {
    words: '生成模式,非必填,默认 normal,支持: normal fast',
    takes: values([['normal', 'fast'], ALL]),
  },
  style: {
    words:
      '支持: anime 3d_animation clay normal(aisphere-v5.5模型只支持此模式) comic cyberpunk (首尾生不支持配置)',
    takes: values([['normal'], ALL], [PAGE_STYLES, BEFORE_V55]),
    notWith: 'headtailImages',
  },
  soundEffectSwitch: {
    words: '是否开启背景音乐(aisphere-v5.5模型不支持),非必填,默认 false',
    takes: onOff(BEFORE_V55),
  },
  soundEffectContent: {
    words: '背景音乐类型(aisphere-v5.5模型不支持),非必填,默认自动匹配,支持字符串传入',
    takes: text(BEFORE_V55),
  },
  cameraMovement: {
    words: '运镜参数(aisphere-v4、aisphere-v4.5模型),非必填',
    takes: values([PAGE_CAMERA_MOVES, [V4, V45]]),
  },
  generateAudioSwitch: { words: '控制开关Audio(aisphere-v5.5模型),非必填', takes: onOff([V55]) },
  generateMultiClipSwitch: {
    words: '控制单镜头, 多镜头(aisphere-v5.5模型),非必填',
    takes: onOff([V55]),
  },
  thinkingType: {
    words: '是否使用系统优化提示词功能(aisphere-v5.5模型): "enabled" "disabled" "auto" or 忽略',
    takes: values([['enabled', 'disabled', 'auto'], [V55]]),
  },
}

/** The fields that the page forbids, sorted; a length that is left out is the shortest one, which fast allows. */
export function pageForbids({ model, pictures, settings }: Asked): string[] {
  const forbidden = new Set<string>()
  if (!PICTURES[pictures].models.includes(model)) forbidden.add(pictures)
  for (const [field, value] of Object.entries(settings)) {
    const row = ROWS[field]
    if (!row?.takes(value, model) || row.notWith === pictures) forbidden.add(field)
  }
  // "--fast only available when duration=5; --resolution=1080p does not support fast"
  const { motionMode, duration = 5, resolution } = settings
  if (motionMode === 'fast' && (duration !== 5 || resolution === '1080p')) {
    forbidden.add('motionMode')
  }
  return [...forbidden].sort()
}
