import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { dayOf, localZone } from '@/lib/client/gallery/days'
import { Button } from '../../ui/button'
import { TextBox } from '../../ui/text-box'
import { useFilters } from './filter-context'

/** Years that are being typed in digit by digit: 0002, 0020, 0202. */
const EARLIEST = '2000-01-01'
const QUICK = [0, 6, 29]

/** The days on which clips were made, both included. */
export function DateChoices() {
  const t = useTranslations('filters')
  const { query, setQuery } = useFilters()
  const [zone] = useState(localZone)
  const [now] = useState(() => Date.now())
  const quick = QUICK.map((daysBefore) => dayOf(now, zone, daysBefore))
  const put = (days: { from?: string | null; until?: string | null }, isTyping = false) =>
    setQuery((before) => ({ ...before, ...inOrder({ ...before, ...days }), zone }), { isTyping })
  return (
    <div className="flex flex-col gap-3 p-2">
      <div className="flex flex-wrap gap-1.5">
        {quick.map((from, index) => (
          <Button
            key={from}
            aria-pressed={query.from === from && query.until === null}
            onClick={() => put({ from, until: null })}
            className="rounded-full! px-3! aria-pressed:bg-chosen!"
          >
            {index === 0 ? t('today') : t('days', { days: (QUICK[index] ?? 0) + 1 })}
          </Button>
        ))}
      </div>
      <Day label={t('from')} value={query.from} onChange={(from) => put({ from }, true)} />
      <Day label={t('until')} value={query.until} onChange={(until) => put({ until }, true)} />
    </div>
  )
}

/** A day that is half typed is the field's own; the gallery gets whole ones. */
function Day(props: {
  label: string
  value: string | null
  onChange: (day: string | null) => void
}) {
  const { label, value, onChange } = props
  const [draft, setDraft] = useState(value ?? '')
  const [seen, setSeen] = useState(value)
  if (value !== seen) {
    setSeen(value)
    setDraft(value ?? '')
  }
  const handleChange = (text: string) => {
    setDraft(text)
    if (text === '') onChange(null)
    else if (text >= EARLIEST && text < '3000') onChange(text)
  }
  return (
    <label className="flex items-center justify-between gap-3 text-meta text-soft">
      {label}
      <TextBox
        type="date"
        value={draft}
        min={EARLIEST}
        onChange={(event) => handleChange(event.target.value)}
        className="w-40! text-text"
      />
    </label>
  )
}

/** The earlier day first, whichever was typed first. */
function inOrder({ from, until }: { from: string | null; until: string | null }) {
  return from !== null && until !== null && from > until
    ? { from: until, until: from }
    : { from, until }
}
