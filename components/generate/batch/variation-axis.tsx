import { useTranslations } from 'next-intl'
import { BATCH } from '@/lib/shared/limits'
import { ChoiceGroup } from '../../ui/choice-group'
import { Field } from '../../ui/field'
import { TextBox } from '../../ui/text-box'
import type { Several } from './use-several'

/** How often everything is made, and with which seeds. */
export function VariationAxis({ several, seed }: { several: Several; seed: number | undefined }) {
  const t = useTranslations('several')
  const { choices, change } = several
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,2fr)] gap-x-4 gap-y-3 max-sm:grid-cols-1">
      <Field id="several-variations" label={t('variations')} hint={t('variationsHint')}>
        {(control) => (
          <TextBox
            {...control}
            type="number"
            inputMode="numeric"
            min={1}
            max={BATCH.maxTasks}
            value={choices.variations || ''}
            onChange={(event) => {
              const { valueAsNumber } = event.currentTarget
              change(() => ({ variations: Number.isNaN(valueAsNumber) ? 0 : valueAsNumber }))
            }}
          />
        )}
      </Field>
      {seed !== undefined && (
        <ChoiceGroup
          name="several-seeds"
          legend={t('seeds')}
          look="chips"
          value={choices.isCounting ? 'counting' : 'own'}
          onChange={(value) => change(() => ({ isCounting: value === 'counting' }))}
          choices={[
            { value: 'own', content: t('ownSeeds') },
            { value: 'counting', content: t('countingSeeds', { seed: String(seed) }) },
          ]}
        />
      )}
    </div>
  )
}
