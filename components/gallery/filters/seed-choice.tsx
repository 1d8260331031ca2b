import { useId, useState, type FormEvent } from 'react'
import { useTranslations } from 'next-intl'
import { SEED_MAX } from '@/lib/shared/limits'
import { Button } from '../../ui/button'
import { FieldError } from '../../ui/field-error'
import { TextBox } from '../../ui/text-box'
import { useFilters } from './filter-context'

/** One number, applied when it is all typed. */
export function SeedChoice() {
  const t = useTranslations('filters')
  const id = useId()
  const { query, setQuery } = useFilters()
  const [text, setText] = useState(query.seed === null ? '' : String(query.seed))
  const [isWrong, setWrong] = useState(false)
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    const wanted = text.trim()
    const isSeed = wanted === '' || (/^\d{1,10}$/.test(wanted) && Number(wanted) <= SEED_MAX)
    setWrong(!isSeed)
    if (isSeed) setQuery((now) => ({ ...now, seed: wanted === '' ? null : Number(wanted) }))
  }
  return (
    <form noValidate onSubmit={handleSubmit} className="p-2">
      <div className="flex gap-2">
        <TextBox
          inputMode="numeric"
          autoComplete="off"
          aria-label={t('seedLabel')}
          aria-invalid={isWrong || undefined}
          aria-describedby={`${id}-error`}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit">{t('seedApply')}</Button>
      </div>
      <FieldError id={`${id}-error`}>{isWrong && t('seedWrong', { max: SEED_MAX })}</FieldError>
    </form>
  )
}
