'use client'

import type { FormEvent } from 'react'
import { useTranslations } from 'next-intl'
import { ApiError } from '@/lib/client/api'
import { useStorePrices } from '@/lib/client/settings-mutations'
import { RESOLUTIONS } from '@/lib/shared/models/catalogue'
import { CURRENCIES, PRICED_SECONDS, type PriceTable } from '@/lib/shared/pricing'
import { useErrorSentence } from '../shell/error-sentence'
import { Button } from '../ui/button'
import { ErrorText } from '../ui/error-text'
import { Field } from '../ui/field'
import { Select } from '../ui/select'
import { TextBox } from '../ui/text-box'

const NUMBERS = [
  'fastFactor',
  'audio',
  'multiClip',
  'soundEffectPerFiveSeconds',
  'creditPrice',
] as const

type Props = { prices: PriceTable; onChange: () => void; onStored: () => void }

/** Read when it is sent; what does not fit is said by the server, beside each number. */
export function PriceForm({ prices, onChange, onStored }: Props) {
  const t = useTranslations('studioPrices')
  const sentence = useErrorSentence()
  const store = useStorePrices()
  const fields = store.error instanceof ApiError ? store.error.fields : []
  const wrong = (path: string) => fields.find((field) => field.path === path)?.message

  const handleSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!store.isPending) store.mutate(readTable(event.currentTarget), { onSuccess: onStored })
  }
  return (
    <form
      noValidate
      onSubmit={handleSubmit}
      onChange={onChange}
      className="flex flex-col gap-5 rounded-card border border-line bg-surface p-4"
    >
      <ClipPrices prices={prices} wrong={wrong} />
      <div className="grid gap-4 sm:grid-cols-2">
        {NUMBERS.map((name) => (
          <Field key={name} id={`price-${name}`} label={t(name)} error={wrong(name)}>
            {(control) => (
              <TextBox
                {...control}
                name={name}
                inputMode="decimal"
                autoComplete="off"
                defaultValue={String(prices[name])}
              />
            )}
          </Field>
        ))}
        <Field id="price-currency" label={t('currency')} error={wrong('currency')}>
          {(control) => (
            <Select {...control} name="currency" defaultValue={prices.currency}>
              {CURRENCIES.map((currency) => (
                <option key={currency}>{currency}</option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <ErrorText>
        {store.error &&
          (fields.length > 0 ? t('wrong', { count: fields.length }) : sentence(store.error))}
      </ErrorText>
      <div>
        <Button type="submit" look="primary" disabled={store.isPending}>
          {store.isPending ? t('saving') : t('save')}
        </Button>
      </div>
    </form>
  )
}

/** Resolution by length. */
function ClipPrices(props: { prices: PriceTable; wrong: (path: string) => string | undefined }) {
  const t = useTranslations('studioPrices')
  const { prices, wrong } = props
  return (
    <table className="w-full border-separate border-spacing-1 text-meta">
      <caption className="mb-1.5 text-left text-soft">{t('clip')}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="sr-only">{t('resolution')}</span>
          </th>
          {PRICED_SECONDS.map((seconds) => (
            <th key={seconds} scope="col" className="px-3 text-left font-normal text-soft">
              {t('seconds', { seconds })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {RESOLUTIONS.map((resolution) => (
          <tr key={resolution}>
            <th scope="row" className="pr-2 text-left font-medium whitespace-nowrap tabular-nums">
              {resolution}
            </th>
            {PRICED_SECONDS.map((seconds) => {
              const path = `credits.${resolution}.${seconds}`
              const message = wrong(path)
              return (
                <td key={seconds} className="align-top">
                  <TextBox
                    name={path}
                    inputMode="decimal"
                    autoComplete="off"
                    aria-label={t('cell', { resolution, seconds })}
                    aria-invalid={message ? true : undefined}
                    aria-describedby={message && `${path}-error`}
                    placeholder={t('none')}
                    defaultValue={prices.credits[resolution][seconds] ?? ''}
                    className="tabular-nums"
                  />
                  <ErrorText id={`${path}-error`}>{message}</ErrorText>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What was typed, as far as it is numbers: the rest goes as it is, and comes back with its sentence. */
function readTable(form: HTMLFormElement): object {
  const data = new FormData(form)
  const read = (name: string) => {
    const text = String(data.get(name) ?? '').trim()
    const number = Number(text)
    return text === '' || Number.isNaN(number) ? text : number
  }
  const row = (resolution: string) =>
    PRICED_SECONDS.map((seconds) => [seconds, read(`credits.${resolution}.${seconds}`)] as const)
      // Nothing in it: there is no such price.
      .filter(([, price]) => price !== '')
  return {
    credits: Object.fromEntries(
      RESOLUTIONS.map((resolution) => [resolution, Object.fromEntries(row(resolution))]),
    ),
    ...Object.fromEntries(NUMBERS.map((name) => [name, read(name)])),
    currency: data.get('currency'),
  }
}
