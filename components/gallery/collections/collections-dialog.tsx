import { useRef, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { SetGalleryQuery } from '@/lib/client/gallery/use-gallery-query'
import { keepingQueries } from '@/lib/client/keeping/keeping-queries'
import {
  galleryParams,
  readGalleryQuery,
  type GalleryQuery,
} from '@/lib/shared/gallery/gallery-query'
import { ErrorText } from '../../ui/error-text'
import { DialogFrame } from '../../ui/dialog-frame'
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
  return (
    <DialogFrame
      place="side"
      dialog={dialog}
      title={t('title')}
      closeLabel={t('close')}
      onClose={onClose}
      foot={<TrashLink isHere={query.isTrash} onOpen={handleOpen} />}
    >
      <div className="flex flex-col gap-4">
        <NewCollection shown={shown} onSaid={handleSaid} />
        <p role="status" className="text-meta text-soft empty:hidden">
          {news}
        </p>
        <CollectionList shown={shown} onOpen={handleOpen} onSaid={handleSaid} />
      </div>
    </DialogFrame>
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
