import { useState, type MouseEvent } from 'react'
import ListFilter from 'lucide-react/icons/list-filter'
import Pencil from 'lucide-react/icons/pencil'
import RefreshCw from 'lucide-react/icons/refresh-cw'
import Trash2 from 'lucide-react/icons/trash-2'
import { useTranslations } from 'next-intl'
import { searchOf, useCollectionFacts } from '@/lib/client/gallery/collection-facts'
import { galleryHref } from '@/lib/client/gallery/open-clip'
import { useChangeCollection } from '@/lib/client/keeping-mutations'
import type { CollectionOnWire } from '@/lib/shared/gallery/change'
import { clipPicture } from '../../player/clip-picture'
import { ErrorText } from '../../ui/error-text'
import { IconButton } from '../../ui/icon-button'
import { DeleteCollection } from './delete-collection'
import { NameForm } from './name-form'
import { useCollectionTrouble } from './use-collection-trouble'

type CollectionRowProps = {
  collection: CollectionOnWire
  /** What the gallery shows now, as an address has it. */
  shown: string
  onOpen: (search: string) => void
  onSaid: (news: string) => void
}

/** One collection: its picture, how many it holds, and what can be done with it. Opening it is its address. */
export function CollectionRow({ collection, shown, onOpen, onSaid }: CollectionRowProps) {
  const t = useTranslations('collections')
  const [doing, setDoing] = useState<'rename' | 'delete' | null>(null)
  const change = useChangeCollection()
  const trouble = useCollectionTrouble(change.error)
  const { id, name } = collection
  const rest = () => setDoing(null)
  const handleChange = (change_: { name: string } | { query: string }) =>
    change.mutate(
      { id, change: change_ },
      {
        onSuccess: () => {
          rest()
          onSaid('query' in change_ ? t('refound') : t('saved'))
        },
      },
    )
  const isOther = collection.query !== null && shown !== '' && shown !== searchOf(collection)
  if (doing === 'rename') {
    return (
      <NameForm
        name={name}
        isPending={change.isPending}
        trouble={trouble}
        onSave={(next) => handleChange({ name: next })}
        onCancel={rest}
      />
    )
  }
  if (doing === 'delete') {
    return (
      <DeleteCollection
        collection={collection}
        onDeleted={() => onSaid(t('deleted'))}
        onCancel={rest}
      />
    )
  }
  return (
    <div>
      <div className="flex items-center gap-1">
        <CollectionLink {...{ collection, shown, onOpen }} />
        {isOther && (
          <IconButton
            label={t('refind', { name })}
            disabled={change.isPending}
            onClick={() => handleChange({ query: shown })}
          >
            <RefreshCw aria-hidden className="size-4" />
          </IconButton>
        )}
        <IconButton label={t('rename', { name })} onClick={() => setDoing('rename')}>
          <Pencil aria-hidden className="size-4" />
        </IconButton>
        <IconButton label={t('delete', { name })} onClick={() => setDoing('delete')}>
          <Trash2 aria-hidden className="size-4" />
        </IconButton>
      </div>
      <ErrorText>{trouble}</ErrorText>
    </div>
  )
}

function CollectionLink(props: Pick<CollectionRowProps, 'collection' | 'shown' | 'onOpen'>) {
  const { collection, shown, onOpen } = props
  const t = useTranslations('collections')
  const { count, first } = useCollectionFacts(collection)
  const cover = collection.coverUrl ?? (first && clipPicture(first))
  const search = searchOf(collection)
  const handleClick = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    onOpen(search)
  }
  return (
    <a
      href={galleryHref(search)}
      aria-current={search === shown ? 'page' : undefined}
      onClick={handleClick}
      className="flex min-w-0 flex-1 items-center gap-3 rounded-inner p-1.5 hover:bg-raised aria-[current=page]:bg-chosen"
    >
      <span className="relative block h-10 w-16 shrink-0 overflow-hidden rounded-inner bg-night">
        {cover && <img src={cover} alt="" className="size-full object-cover" />}
      </span>
      <span className="flex min-w-0 flex-col">
        <span className="truncate font-medium">{collection.name}</span>
        <span className="flex items-center gap-1.5 text-meta whitespace-nowrap text-soft tabular-nums">
          {count !== undefined && t('count', { count })}
          {collection.query !== null && (
            <>
              <ListFilter aria-hidden className="size-3.5" />
              {t('smart')}
            </>
          )}
        </span>
      </span>
    </a>
  )
}
