import type { useTranslations } from 'next-intl'
import { FIELDS } from '@/lib/shared/models/catalogue'
import type { TaskParams } from '@/lib/shared/models/task-params'

type Translate = ReturnType<typeof useTranslations<'task'>>

/** The settings of a task by name, in the catalogue's order. The seed is always told: free is a choice, too. */
export function settingFacts(t: Translate, params: TaskParams): [string, string][] {
  return FIELDS.flatMap((field): [string, string][] => {
    const value = params[field]
    if (field === 'seed') return [[t(field), value === undefined ? t('free') : String(value)]]
    if (value === undefined) return []
    if (field === 'duration') return [[t(field), t('clipSeconds', { seconds: Number(value) })]]
    if (typeof value === 'boolean') return [[t(field), value ? t('on') : t('off')]]
    return [[t(field), String(value)]]
  })
}
