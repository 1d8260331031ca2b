import Heart from 'lucide-react/icons/heart'
import { useTranslations } from 'next-intl'
import type { TaskOnWire } from '@/lib/shared/wire'
import { IconButton } from '../ui/icon-button'
import { useKeep } from './use-keep'
import { useSayError } from './use-say-error'

/** Makes a clip a favourite, or one no more. */
export function FavoriteButton(props: {
  task: Pick<TaskOnWire, 'id' | 'isFavorite'>
  className?: string
}) {
  const { task, className } = props
  const t = useTranslations('keeping')
  const keep = useKeep(task.id)
  const sayError = useSayError()
  const { isFavorite } = task
  const toggle = { kind: 'favorite', isFavorite: !isFavorite } as const
  return (
    <IconButton
      label={t('favorite')}
      aria-pressed={isFavorite}
      className={className}
      onClick={() => keep.mutate(toggle, { onError: sayError })}
    >
      <Heart aria-hidden className={`size-4.5 ${isFavorite ? 'fill-current text-text' : ''}`} />
    </IconButton>
  )
}
