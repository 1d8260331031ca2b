import { useRef, type RefObject } from 'react'
import { useTranslations } from 'next-intl'
import { useShortcut } from '@/lib/client/shortcuts/use-shortcut'
import type { TaskOnWire } from '@/lib/shared/wire'
import { FavoriteButton } from '../../keeping/favorite-button'
import { NotesField } from '../../keeping/notes-field'
import { ClipStars } from '../../keeping/stars'
import { TagList } from '../../keeping/tag-list'
import { TitleField } from '../../keeping/title-field'
import { useKeep } from '../../keeping/use-keep'
import { useSayError } from '../../keeping/use-say-error'

/** What people add to a clip: stars and a heart at once, words as they are left. */
export function KeptPart({ task }: { task: TaskOnWire }) {
  const t = useTranslations('viewer')
  const tags = useRef<HTMLDivElement>(null)
  useKeptKeys(task, tags)
  return (
    <section className="flex flex-col gap-4">
      <h2 className="sr-only">{t('kept')}</h2>
      <div className="-ml-2 flex flex-wrap items-center gap-2">
        <ClipStars task={task} />
        <FavoriteButton task={task} />
      </div>
      <TitleField task={task} />
      <div ref={tags}>
        <TagList task={task} />
      </div>
      <NotesField task={task} />
    </section>
  )
}

function useKeptKeys({ id, isFavorite }: TaskOnWire, tags: RefObject<HTMLDivElement | null>): void {
  const { mutate } = useKeep(id)
  const onError = useSayError()
  useShortcut('viewer.favorite', () =>
    mutate({ kind: 'favorite', isFavorite: !isFavorite }, { onError }),
  )
  useShortcut('viewer.rate', ({ key }) =>
    mutate({ kind: 'rate', rating: Number(key) }, { onError }),
  )
  useShortcut('viewer.unrate', () => mutate({ kind: 'rate', rating: null }, { onError }))
  useShortcut('viewer.tag', () => tags.current?.querySelector('input')?.focus())
}
