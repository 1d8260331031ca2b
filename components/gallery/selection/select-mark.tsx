import type { MouseEvent } from 'react'
import { useTranslations } from 'next-intl'
import { extendTo, toggle, useIsSelected, useIsSelecting } from '@/lib/client/gallery/selection'
import type { TaskOnWire } from '@/lib/shared/wire'
import { useClipName } from '../grid/clip-words'
import { useIsLookedAt } from '../grid/looked-at'

type SelectMarkProps = { task: TaskOnWire; index: number }

/** The box in a card's corner: there while somebody looks at the card, and on every card while clips are being selected. */
export function SelectMark(props: SelectMarkProps) {
  const isSelecting = useIsSelecting()
  const isLookedAt = useIsLookedAt(props.task.id)
  return isSelecting || isLookedAt ? <Mark {...props} /> : null
}

function Mark({ task, index }: SelectMarkProps) {
  const t = useTranslations('keeping')
  const name = useClipName()
  const isSelected = useIsSelected(task.id)
  const handleClick = (event: MouseEvent) => {
    if (event.shiftKey) void extendTo(task.id, index)
    else toggle(task.id, index)
  }
  return (
    <input
      type="checkbox"
      tabIndex={-1}
      aria-label={t('select', { name: name(task) })}
      checked={isSelected}
      onChange={() => {}}
      onClick={handleClick}
      className="select-mark"
    />
  )
}
