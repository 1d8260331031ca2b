'use client'

import { useRunningChanges } from '@/lib/client/keeping/running-changes'
import { useLate } from '@/lib/client/use-late'
import { SelectingWords, useLoadSelecting } from './selecting-words'

const loadProgress = () => import('./change-progress')

/** Where one sees how far a change of many clips has come, on every page. What shows it comes with the first. */
export function ChangePlace() {
  const { running, ended } = useRunningChanges()
  const isWanted = running.length + ended.length > 0
  const late = useLate(loadProgress, isWanted)
  const words = useLoadSelecting(isWanted)
  if (!isWanted || !late || !words) return null
  return (
    <SelectingWords words={words}>
      <late.ChangeProgress running={running} ended={ended} />
    </SelectingWords>
  )
}
