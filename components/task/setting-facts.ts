import { useTranslations } from 'next-intl'
import {
  CAMERA_MOVEMENTS,
  FIELDS,
  findModel,
  MOTION_MODES,
  STYLES,
  THINKING_TYPES,
  type Field,
} from '@/lib/shared/models/catalogue'
import type { TaskParams } from '@/lib/shared/models/task-params'
import type { TaskOnWire } from '@/lib/shared/wire'

/** `useTranslations()` without a namespace: names stand under `task`, values under `values` and `cameraMoves`. */
type Translate = ReturnType<typeof useTranslations<never>>

/** The settings of a task by name, in the catalogue's order. The seed is always told: free is a choice, too. */
export function settingFacts(t: Translate, params: TaskParams): [string, string][] {
  return FIELDS.flatMap((field): [string, string][] => {
    const value = params[field]
    if (field === 'seed') {
      return [[t('task.seed'), value === undefined ? t('task.free') : String(value)]]
    }
    if (value === undefined) return []
    const name = t(`task.${field}`)
    if (field === 'duration') return [[name, t('task.clipSeconds', { seconds: Number(value) })]]
    if (typeof value === 'boolean') return [[name, value ? t('task.on') : t('task.off')]]
    return [[name, wordOf(t, field, value)]]
  })
}

/** What a task was asked for with: its model, its mode, its settings. */
export function useSettingFacts(task: TaskOnWire): [string, string][] {
  const t = useTranslations()
  return [
    [t('task.model'), findModel(task.model)?.label ?? task.model],
    [t('form.mode'), t(`form.modes.${task.mode}`)],
    ...settingFacts(t, task.params),
  ]
}

/** A value of another version of the catalogue stands for itself. */
function wordOf(t: Translate, field: Field, value: string | number): string {
  if (field === 'motionMode') {
    const known = MOTION_MODES.find((mode) => mode === value)
    if (known) return t(`values.motionMode.${known}`)
  }
  if (field === 'style') {
    const known = STYLES.find((style) => style === value)
    if (known) return t(`values.style.${known}`)
  }
  if (field === 'cameraMovement') {
    const known = CAMERA_MOVEMENTS.find((move) => move === value)
    if (known) return t(`cameraMoves.${known}`)
  }
  if (field === 'thinkingType') {
    const known = THINKING_TYPES.find((type) => type === value)
    if (known) return t(`values.thinkingType.${known}`)
  }
  return String(value)
}
