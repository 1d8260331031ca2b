import { useState } from 'react'
import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal'
import { useTranslations } from 'next-intl'
import { useLate } from '@/lib/client/use-late'
import { IconButton } from '../../ui/icon-button'

const loadSheet = () => import('./filter-sheet')

/** Everything at once, one under the other: on a phone the way that needs no scrolling to the side. */
export function AllFilters({ total }: { total: number | undefined }) {
  const t = useTranslations('filters')
  const [isOpen, setOpen] = useState(false)
  const late = useLate(loadSheet, isOpen)
  return (
    <>
      <IconButton label={t('all')} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <SlidersHorizontal aria-hidden className="size-4.5" />
      </IconButton>
      {isOpen && late && <late.FilterSheet total={total} onClose={() => setOpen(false)} />}
    </>
  )
}
