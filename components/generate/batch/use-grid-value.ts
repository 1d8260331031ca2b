import { useTranslations } from 'next-intl'
import type { GridValue } from '@/lib/shared/expand-grid'
import type { VariedField } from '@/lib/shared/grid-fields'
import {
  CAMERA_MOVEMENTS,
  findModel,
  MOTION_MODES,
  STYLES,
  THINKING_TYPES,
} from '@/lib/shared/models/catalogue'

const NAMED = [...MOTION_MODES, ...STYLES, ...THINKING_TYPES, ...CAMERA_MOVEMENTS] as const

/** A value of a setting, in a word. */
export function useGridValue(): (field: VariedField, value: GridValue) => string {
  const t = useTranslations('several')
  return (field, value) => {
    if (value === null) return t('value.none')
    if (typeof value === 'boolean') return value ? t('on') : t('off')
    if (field === 'duration') return t('seconds', { seconds: Number(value) })
    if (field === 'model') return findModel(String(value))?.label ?? String(value)
    const named = NAMED.find((name) => name === value)
    return named ? t(`value.${named}`) : String(value)
  }
}
