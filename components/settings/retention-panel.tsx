'use client'

import { useState, type FormEvent } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useStoreRetention } from '@/lib/client/settings-mutations'
import { settingsQueries } from '@/lib/client/settings-queries'
import { TRASH_DAYS } from '@/lib/shared/limits'
import { useErrorSentence } from '../shell/error-sentence'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { Select } from '../ui/select'
import { Panel } from './panel'

const CHOICES = [7, 30, 90, 180, 365]
const ALWAYS = 'always'

/** How long clips stay before they go to the trash by themselves. Nothing goes until a choice is saved. */
export function RetentionPanel() {
  const t = useTranslations('studioRetention')
  // The server has filled it before the page came.
  const { data } = useQuery(settingsQueries.retention())
  const [chosen, setChosen] = useState<string | null>(null)
  const store = useStoreRetention()
  const sentence = useErrorSentence()
  if (!data) return null
  const stored = data.days === null ? ALWAYS : String(data.days)
  const value = chosen ?? stored
  // Another program may have set a number of its own.
  const days = [...new Set([...CHOICES, ...(data.days === null ? [] : [data.days])])]
  const isShorter = value !== ALWAYS && (data.days === null || Number(value) < data.days)

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (store.isPending) return
    const rule = { days: value === ALWAYS ? null : Number(value) }
    store.mutate(rule, { onSuccess: () => setChosen(null) })
  }
  const handleChange = (next: string) => {
    store.reset()
    setChosen(next)
  }
  return (
    <Panel title={t('title')}>
      <p id="retention" className="scroll-mt-32 text-meta text-soft">
        {t('text', { trash: TRASH_DAYS })}
      </p>
      <form
        onSubmit={handleSubmit}
        className="flex flex-col gap-3 rounded-card border border-line bg-surface p-4"
      >
        <Field
          id="retention-days"
          label={t('label')}
          hint={isShorter && t('warning')}
          error={store.error && sentence(store.error)}
        >
          {(control) => (
            <Select
              {...control}
              className="sm:max-w-60"
              value={value}
              onChange={(event) => handleChange(event.target.value)}
            >
              <option value={ALWAYS}>{t('always')}</option>
              {days
                .sort((a, b) => a - b)
                .map((each) => (
                  <option key={each} value={each}>
                    {t('days', { days: each })}
                  </option>
                ))}
            </Select>
          )}
        </Field>
        <Button type="submit" className="self-start" disabled={value === stored}>
          {store.isPending ? t('saving') : t('save')}
        </Button>
      </form>
      <p role="status" className="text-meta text-soft empty:sr-only">
        {store.isSuccess && t(data.days === null ? 'off' : 'saved')}
      </p>
    </Panel>
  )
}
