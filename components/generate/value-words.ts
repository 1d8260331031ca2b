import { CAMERA_MOVEMENTS, STYLES, type Field } from '@/lib/shared/models/catalogue'
import type { SettingValue } from '@/lib/shared/models/effective'
import type { Translate } from './field-sentence'

const SWITCHES = ['soundEffectSwitch', 'generateAudioSwitch', 'generateMultiClipSwitch'] as const
const TEXTS = ['negativePrompt', 'soundEffectContent'] as const

/** A value in so few words that it can stand in a line with others, its field understood; null is none. */
export function valueWords(t: Translate, field: Field, value: SettingValue | null): string {
  const isSet = value !== null && value !== false && value !== ''
  const told = { value: isSet ? String(value) : 'none', name: String(value ?? '') }
  if (isOneOf(SWITCHES, field) || isOneOf(TEXTS, field)) {
    return t(`summary.${field}`, { value: isSet ? 'set' : 'none' })
  }
  if (field === 'style') {
    const style = STYLES.find((known) => known === value)
    return t('summary.style', { ...told, name: style ? t(`values.style.${style}`) : told.name })
  }
  if (field === 'cameraMovement') {
    const move = CAMERA_MOVEMENTS.find((known) => known === value)
    return t('summary.cameraMovement', {
      ...told,
      name: move ? t(`cameraMoves.${move}`) : told.name,
    })
  }
  return t(`summary.${field}`, told)
}

function isOneOf<const T extends string>(list: readonly T[], value: string): value is T {
  return list.some((one) => one === value)
}
