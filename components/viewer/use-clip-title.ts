import { useEffect } from 'react'
import { useTranslations } from 'next-intl'
import type { TaskOnWire } from '@/lib/shared/wire'

const TITLE_CHARACTERS = 60

/** The tab is called by the clip for as long as it is shown; undefined where the server has named the page. */
export function useClipTitle(task: TaskOnWire | undefined, isOver: boolean): void {
  const t = useTranslations('titles')
  const words = task && (task.title || [...task.prompt].slice(0, TITLE_CHARACTERS).join(''))
  const title = words === undefined ? null : t('page', { title: words || t('task') })
  const below = t('page', { title: t('gallery') })
  useEffect(() => {
    if (title !== null) document.title = title
  }, [title])
  useEffect(() => {
    if (!isOver) return
    return () => {
      document.title = below
    }
  }, [isOver, below])
}
