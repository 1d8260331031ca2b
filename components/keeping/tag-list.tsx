import X from 'lucide-react/icons/x'
import { useTranslations } from 'next-intl'
import { galleryHref } from '@/lib/client/gallery/open-clip'
import type { TaskOnWire } from '@/lib/shared/wire'
import { TagChip } from './tag-chip'
import { TagInput } from './tag-input'
import { useKeep } from './use-keep'
import { useSayError } from './use-say-error'

/** A clip's tags, each the way to all that have it, and a line to put more on. */
export function TagList({ task }: { task: Pick<TaskOnWire, 'id' | 'tags'> }) {
  const t = useTranslations('keeping')
  const keep = useKeep(task.id)
  const sayError = useSayError()
  const edit = (add: string[], remove: string[]) =>
    keep.mutate({ kind: 'tag', add, remove }, { onError: sayError })
  return (
    <section aria-label={t('tags')} className="flex flex-col gap-2">
      <h3 className="text-meta text-soft">{t('tags')}</h3>
      {task.tags.length > 0 && (
        <ul role="list" className="flex flex-wrap gap-1.5">
          {task.tags.map(({ id, name }) => (
            <li key={id} className="max-w-full">
              <TagChip>
                <a
                  href={galleryHref(new URLSearchParams({ tag: id }).toString())}
                  className="truncate hover:text-text"
                >
                  {name}
                </a>
                <button
                  type="button"
                  aria-label={t('removeTag', { name })}
                  onClick={() => edit([], [name])}
                  className="-mr-2 grid size-6 shrink-0 place-items-center rounded-full hover:text-text pointer-coarse:size-9"
                >
                  <X aria-hidden className="size-3.5" />
                </button>
              </TagChip>
            </li>
          ))}
        </ul>
      )}
      <TagInput known={task.tags.map(({ name }) => name)} onAdd={(names) => edit(names, [])} />
    </section>
  )
}
