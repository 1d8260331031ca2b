import { useId } from 'react'
import Star from 'lucide-react/icons/star'
import { useTranslations } from 'next-intl'
import type { TaskOnWire } from '@/lib/shared/wire'
import { useKeep } from './use-keep'
import { useSayError } from './use-say-error'

const STARS = [1, 2, 3, 4, 5] as const

/** A clip's stars: they are set at once. */
export function ClipStars({ task }: { task: Pick<TaskOnWire, 'id' | 'rating'> }) {
  const keep = useKeep(task.id)
  const sayError = useSayError()
  return (
    <Stars
      rating={task.rating}
      onChange={(rating) => keep.mutate({ kind: 'rate', rating }, { onError: sayError })}
    />
  )
}

/** One to five, or none: native radio buttons, so that arrows choose. The star that is chosen, pressed again, is taken away. */
export function Stars(props: { rating: number | null; onChange: (rating: number | null) => void }) {
  const { rating, onChange } = props
  const t = useTranslations('keeping')
  const name = useId()
  return (
    <fieldset className="group/stars flex items-center">
      <legend className="sr-only">{t('rating')}</legend>
      {STARS.map((star) => (
        <label
          key={star}
          title={t('stars', { count: star })}
          className="relative grid size-8 cursor-pointer place-items-center rounded-inner text-faint transition-colors group-has-hover/stars:has-[~label:hover]:text-text hover:text-text has-focus-visible:outline-2 has-focus-visible:outline-accent data-full:text-text pointer-coarse:size-11"
          data-full={rating !== null && star <= rating ? '' : undefined}
        >
          <input
            type="radio"
            name={name}
            value={star}
            checked={star === rating}
            aria-label={t('stars', { count: star })}
            onChange={() => onChange(star)}
            onClick={() => star === rating && onChange(null)}
            onKeyDown={(event) => {
              if (event.key !== 'Backspace' && event.key !== 'Delete') return
              event.stopPropagation()
              onChange(null)
            }}
            className="absolute inset-0 size-full cursor-[inherit] opacity-0"
          />
          <Star
            aria-hidden
            className={`size-4.5 ${rating !== null && star <= rating ? 'fill-current' : ''}`}
          />
        </label>
      ))}
    </fieldset>
  )
}
