import { useState } from 'react'
import { useTranslations } from 'next-intl'
import type { GridValue } from '@/lib/shared/expand-grid'
import type { FieldOffer } from '@/lib/shared/grid-fields'
import { Disclosure } from '../../ui/disclosure'
import { LinesField } from './lines-field'
import { chosenOf, textsOf } from './several-choices'
import { useGridValue } from './use-grid-value'
import type { Several } from './use-several'

/** The settings of which more than one value can be made at once. */
export function FieldAxes({ several }: { several: Several }) {
  const t = useTranslations('several')
  const { base, choices, change, offers, texts } = several
  const varied = [
    ...offers.filter((offer) => chosenOf(choices, offer).length > 1).map(({ field }) => field),
    ...texts.filter((field) => textsOf(choices, base, field).length > 0),
  ]
  const summary = varied.map((field) => t(`field.${field}`)).join(' · ')
  // As it begins: it does not fold itself while somebody is in it.
  const [isOpen] = useState(varied.length > 0)
  return (
    <Disclosure title={t('vary')} summary={summary || t('varyNone')} isOpen={isOpen}>
      <div className="flex flex-col gap-4 pt-2">
        {offers.map((offer) => (
          <FieldAxis
            key={offer.field}
            offer={offer}
            chosen={chosenOf(choices, offer)}
            onChange={(values) =>
              change(({ fields }) => ({ fields: { ...fields, [offer.field]: values } }))
            }
          />
        ))}
        {texts.map((field) => (
          <LinesField
            key={field}
            name={field}
            value={choices.texts[field] ?? ''}
            onChange={(value) =>
              change((before) => ({ texts: { ...before.texts, [field]: value } }))
            }
          />
        ))}
      </div>
    </Disclosure>
  )
}

type FieldAxisProps = {
  offer: FieldOffer
  chosen: readonly GridValue[]
  onChange: (values: GridValue[]) => void
}

/** Any number of a few, as native checkboxes. */
function FieldAxis({ offer: { field, values }, chosen, onChange }: FieldAxisProps) {
  const t = useTranslations('several')
  const words = useGridValue()
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-meta text-soft">{t(`field.${field}`)}</legend>
      <div className="flex flex-wrap gap-1.5">
        {values.map((value) => (
          <label
            key={String(value)}
            className="relative flex h-8 cursor-pointer items-center rounded-full border border-line bg-surface px-3 text-control text-soft tabular-nums transition-colors hover:text-text has-checked:border-accent has-checked:bg-raised has-checked:text-text has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent pointer-coarse:h-11"
          >
            <input
              type="checkbox"
              name={`several-${field}`}
              checked={chosen.includes(value)}
              onChange={(event) => {
                const { checked } = event.currentTarget
                onChange(values.filter((v) => (v === value ? checked : chosen.includes(v))))
              }}
              className="absolute inset-0 size-full cursor-[inherit] opacity-0"
            />
            {words(field, value)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
