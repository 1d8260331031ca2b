import type { MouseEvent } from 'react'
import Trash2 from 'lucide-react/icons/trash-2'
import { useFormatter, useTranslations } from 'next-intl'
import { galleryHref } from '@/lib/client/gallery/open-clip'
import { useCounts } from '@/lib/client/gallery/use-counts'

const TRASH = 'trash=1'

/** The way to what was deleted, and how much of it there is. */
export function TrashLink(props: { isHere: boolean; onOpen: (search: string) => void }) {
  const t = useTranslations('collections')
  const format = useFormatter()
  const total = useCounts(TRASH, true).data?.total
  const handleClick = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    props.onOpen(TRASH)
  }
  return (
    <a
      href={galleryHref(TRASH)}
      aria-current={props.isHere ? 'page' : undefined}
      onClick={handleClick}
      className="flex min-h-9 items-center gap-2.5 rounded-inner px-2 hover:bg-raised aria-[current=page]:bg-chosen pointer-coarse:min-h-11"
    >
      <Trash2 aria-hidden className="size-4 text-soft" />
      <span className="flex-1">{t('trash')}</span>
      {total !== undefined && (
        <span className="text-meta text-soft tabular-nums">{format.number(total)}</span>
      )}
    </a>
  )
}
