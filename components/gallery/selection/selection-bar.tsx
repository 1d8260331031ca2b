import { useState, type ReactNode } from 'react'
import X from 'lucide-react/icons/x'
import { useTranslations } from 'next-intl'
import { useQuery } from '@tanstack/react-query'
import { galleryQueries } from '@/lib/client/gallery/gallery-queries'
import { clear, selectAll, useSelection } from '@/lib/client/gallery/selection'
import { readGalleryQuery } from '@/lib/shared/gallery/gallery-query'
import { IconButton } from '../../ui/icon-button'
import { TextButton } from '../../ui/text-button'
import { CollectionTools } from './collection-tools'
import { SelectionDialog, type DialogKind } from './selection-dialog'
import { LiveTools } from './live-tools'
import { TrashTools } from './trash-tools'

/** What can be done with what is selected: below the clips, as long as something is. */
export function SelectionBar({ search }: { search: string }) {
  const t = useTranslations('selecting')
  const { count, selection, isRangeLost } = useSelection()
  const [dialog, setDialog] = useState<DialogKind | null>(null)
  const { query } = readGalleryQuery(new URLSearchParams(search))
  return (
    <>
      <section
        aria-label={t('label')}
        data-selecting=""
        className="fixed inset-x-0 bottom-3 z-30 mx-auto flex w-fit max-w-[calc(100vw-1rem)] animate-arrive flex-wrap items-center gap-x-3 gap-y-1 rounded-card border border-line-strong bg-raised px-2 py-1.5 max-sm:bottom-0 max-sm:w-full max-sm:max-w-none max-sm:rounded-none max-sm:border-x-0"
      >
        <div className="flex items-center gap-2">
          <IconButton label={t('clear')} aria-keyshortcuts="Escape" onClick={clear}>
            <X aria-hidden className="size-4.5" />
          </IconButton>
          <p role="status" className="text-control whitespace-nowrap tabular-nums">
            {isRangeLost ? t('rangeLost') : t('count', { count })}
          </p>
          <SelectAll search={search} count={count} />
        </div>
        <Tools isShown={selection !== null}>
          {query.isTrash ? (
            <TrashTools openDialog={setDialog} />
          ) : (
            <>
              <LiveTools openDialog={setDialog} />
              {query.collection !== null && (
                <CollectionTools id={query.collection} isOrdered={query.sort === 'order'} />
              )}
            </>
          )}
        </Tools>
      </section>
      {dialog && <SelectionDialog kind={dialog} search={search} onClose={() => setDialog(null)} />}
    </>
  )
}

function Tools({ isShown, children }: { isShown: boolean; children: ReactNode }) {
  if (!isShown) return null
  return <div className="flex max-w-full flex-wrap items-center gap-0.5">{children}</div>
}

/** All that the query finds; it says how many, as soon as that is known. */
function SelectAll({ search, count }: { search: string; count: number }) {
  const t = useTranslations('selecting')
  const { data: shape } = useQuery(galleryQueries.shape(search))
  if (!shape || count >= shape.total) return null
  const { total, youngest } = shape
  return (
    <TextButton onClick={() => selectAll(search, total, youngest)}>
      {t('all', { count: total })}
    </TextButton>
  )
}
