import { useFormatter, useTranslations } from 'next-intl'

/** One choice with its number. One that would leave nothing is faint, and can be chosen all the same. */
export function ChoiceRow(props: {
  type: 'checkbox' | 'radio'
  name: string
  word: string
  count: number | null
  isChosen: boolean
  onChange: (isChosen: boolean) => void
}) {
  const { type, name, word, count, isChosen, onChange } = props
  const t = useTranslations('filters')
  const format = useFormatter()
  return (
    <label
      className={`flex min-h-8 cursor-pointer items-center gap-2.5 rounded-inner px-2.5 text-control hover:bg-chosen has-focus-visible:outline-2 has-focus-visible:outline-accent pointer-coarse:min-h-11 ${count === 0 && !isChosen ? 'text-faint' : ''}`}
    >
      <input
        type={type}
        name={name}
        checked={isChosen}
        onChange={(event) => onChange(event.target.checked)}
        className="size-4 shrink-0 accent-lamp outline-none"
      />
      <span className="min-w-0 flex-1">{word}</span>
      {count !== null && (
        <>
          <span className="sr-only"> {t('of', { count })}</span>
          <span aria-hidden className="text-meta text-faint tabular-nums">
            {format.number(count)}
          </span>
        </>
      )}
    </label>
  )
}
