import { useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useQuery } from '@tanstack/react-query'
import X from 'lucide-react/icons/x'
import { useTranslations } from 'next-intl'
import type { SetGalleryQuery } from '@/lib/client/gallery/use-gallery-query'
import { keepingQueries } from '@/lib/client/keeping/keeping-queries'
import {
  galleryParams,
  readGalleryQuery,
  type GalleryQuery,
} from '@/lib/shared/gallery/gallery-query'
import { ErrorText } from '../../ui/error-text'
import { IconButton } from '../../ui/icon-button'
import { useModal } from '../../ui/modal'
import { Skeleton } from '../../ui/skeleton'
import { CollectionRow } from './collection-row'
import { NewCollection } from './new-collection'
import { TrashLink } from './trash-link'

type CollectionsDialogProps = {
  query: GalleryQuery
  onChange: SetGalleryQuery
  onClose: () => void
}

/** What is kept together, by hand or by a query; and the way to the trash. */
export function CollectionsDialog({ query, onChange, onClose }: CollectionsDialogProps) {
  const t = useTranslations('collections')
  const dialog = useRef<HTMLDialogElement>(null)
  const [news, setNews] = useState('')
  useModal(dialog, onClose)
  const shown = galleryParams(query).toString()
  // What was pressed is gone: the title takes the focus, and the news is heard.
  const handleSaid = (said: string) => {
    setNews(said)
    dialog.current?.querySelector<HTMLElement>('[data-first]')?.focus()
  }
  const handleOpen = (search: string) => {
    dialog.current?.close()
    onChange(readGalleryQuery(new URLSearchParams(search)).query)
  }
  return createPortal(
    <dialog
      ref={dialog}
      aria-labelledby="collections-title"
      className="fixed inset-y-0 right-0 left-auto m-0 h-dvh max-h-none w-sheet max-w-none flex-col border-l border-line bg-ground text-text backdrop:bg-veil open:flex max-sm:w-screen max-sm:border-0"
    >
      <div className="flex items-center gap-3 border-b border-line py-2 pr-2 pl-4">
        <h2
          data-first
          id="collections-title"
          tabIndex={-1}
          className="flex-1 text-prompt font-semibold outline-none"
        >
          {t('title')}
        </h2>
        <IconButton label={t('close')} onClick={() => dialog.current?.close()}>
          <X aria-hidden className="size-4.5" />
        </IconButton>
      </div>
      <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-4">
        <NewCollection shown={shown} onSaid={handleSaid} />
        <p role="status" className="text-meta text-soft empty:hidden">
          {news}
        </p>
        <CollectionList shown={shown} onOpen={handleOpen} onSaid={handleSaid} />
      </div>
      <div className="border-t border-line p-3">
        <TrashLink isHere={query.isTrash} onOpen={handleOpen} />
      </div>
    </dialog>,
    document.body,
  )
}

function CollectionList(props: {
  shown: string
  onOpen: (search: string) => void
  onSaid: (news: string) => void
}) {
  const t = useTranslations('collections')
  const { data, isError } = useQuery(keepingQueries.collections())
  if (isError) return <ErrorText>{t('failed')}</ErrorText>
  if (!data) return <Skeleton className="h-13 rounded-inner" />
  if (data.length === 0) return <p className="text-soft">{t('empty')}</p>
  return (
    <ul aria-label={t('list')} className="flex flex-col gap-1">
      {data.map((collection) => (
        <li key={collection.id}>
          <CollectionRow collection={collection} {...props} />
        </li>
      ))}
    </ul>
  )
}
