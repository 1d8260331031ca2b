import { useState } from 'react'
import Library from 'lucide-react/icons/library'
import { useTranslations } from 'next-intl'
import { useLate } from '@/lib/client/use-late'
import { IconButton } from '../../ui/icon-button'
import { useFilters } from '../filters/filter-context'

const loadDialog = () => import('./collections-dialog')

/** Opens what is kept together. */
export function CollectionsButton() {
  const t = useTranslations('collections')
  const { query, setQuery } = useFilters()
  const [isOpen, setOpen] = useState(false)
  const late = useLate(loadDialog, isOpen)
  return (
    <>
      <IconButton label={t('title')} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Library aria-hidden className="size-4.5" />
      </IconButton>
      {isOpen && late && (
        <late.CollectionsDialog query={query} onChange={setQuery} onClose={() => setOpen(false)} />
      )}
    </>
  )
}
