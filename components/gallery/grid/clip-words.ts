import { useTranslations } from 'next-intl'
import { findModel } from '@/lib/shared/models/catalogue'
import type { TaskOnWire } from '@/lib/shared/wire'

/** What a clip is called: its title, else its prompt. */
export function useClipName(): (task: TaskOnWire) => string {
  const t = useTranslations('grid')
  return (task) => task.title || task.prompt || t('untitled')
}

export function modelLabel(task: TaskOnWire): string {
  return findModel(task.model)?.label ?? task.model
}

/** Length as minutes and seconds; the asked-for one until the clip is there. */
export function useDuration(): (task: TaskOnWire) => string {
  const t = useTranslations('card')
  return (task) => {
    const milliseconds = task.videos[0]?.durationMs ?? task.params.duration * 1000
    const seconds = Math.round(milliseconds / 1000)
    return t('duration', {
      minutes: Math.floor(seconds / 60),
      seconds: String(seconds % 60).padStart(2, '0'),
    })
  }
}

/** Heart and stars, as they stand small on a card. */
export function marksOf({ isFavorite, rating }: TaskOnWire): string {
  return [isFavorite ? '♥' : '', rating ? `★${rating}` : ''].filter(Boolean).join(' ')
}

/** The same for the ear. */
export function useSpokenMarks(): (task: TaskOnWire) => string {
  const t = useTranslations('grid')
  return ({ isFavorite, rating }) =>
    [isFavorite ? t('favorite') : '', rating ? t('stars', { rating }) : '']
      .filter(Boolean)
      .join(', ')
}
