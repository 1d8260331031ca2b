import { useState, type ReactNode } from 'react'
import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal'
import { useTranslations } from 'next-intl'
import { useLate } from '@/lib/client/use-late'
import { IconButton } from '../../ui/icon-button'

const loadSheet = () => import('./filter-sheet')

/** Everything at once, one under the other: on a phone the way that needs no scrolling to the side. */
export function AllFilters(props: {
  total: number | undefined
  /** What stands in the bar where that has room. */
  children?: ReactNode
}) {
  const t = useTranslations('filters')
  const [isOpen, setOpen] = useState(false)
  const late = useLate(loadSheet, isOpen)
  return (
    <>
      <IconButton label={t('all')} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <SlidersHorizontal aria-hidden className="size-4.5" />
      </IconButton>
      {isOpen && late && (
        <late.FilterSheet total={props.total} onClose={() => setOpen(false)}>
          {props.children}
        </late.FilterSheet>
      )}
    </>
  )
}
