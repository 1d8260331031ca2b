import Dices from 'lucide-react/icons/dices'
import Lock from 'lucide-react/icons/lock'
import LockOpen from 'lucide-react/icons/lock-open'
import { useFormContext, useWatch } from 'react-hook-form'
import { useTranslations } from 'next-intl'
import { Field } from '../ui/field'
import { IconButton } from '../ui/icon-button'
import { TextBox } from '../ui/text-box'
import { FieldHint, hintId } from './field-hint'
import type { FormValues } from './form-values'
import { useFieldError } from './use-field-error'
import { randomSeed } from './random-seed'
import { useChange } from './use-settings'

/** Empty is free. A seed is for the next clip alone, unless it is locked. */
export function SeedField() {
  const t = useTranslations()
  const { register, control } = useFormContext<FormValues>()
  const [seed, isLocked] = useWatch({ control, name: ['seed', 'isSeedLocked'] })
  const change = useChange()
  const isSet = seed.trim() !== ''
  const hint = isSet ? t(isLocked ? 'form.locked' : 'form.once') : t('settings.seedHint')
  return (
    <Field
      id="seed"
      label={t('settings.seed')}
      aside={<FieldHint field="seed" name={t('settings.seed')} />}
      hint={hint}
      error={useFieldError('seed')}
    >
      {(tied) => (
        <div className="flex items-center gap-1">
          <TextBox
            {...register('seed')}
            {...tied}
            aria-describedby={`${tied['aria-describedby']} ${hintId('seed')}`}
            title="seed"
            inputMode="numeric"
            autoComplete="off"
            placeholder={t('settings.seedPlaceholder')}
            className="flex-1 tabular-nums"
          />
          <IconButton label={t('form.dice')} onClick={() => change({ seed: randomSeed() })}>
            <Dices aria-hidden className="size-4" />
          </IconButton>
          <IconButton
            label={t('form.lock')}
            aria-pressed={isLocked}
            onClick={() =>
              change({
                isSeedLocked: !isLocked,
                ...(!isSet && !isLocked && { seed: randomSeed() }),
              })
            }
          >
            {isLocked ? (
              <Lock aria-hidden className="size-4 text-accent" />
            ) : (
              <LockOpen aria-hidden className="size-4" />
            )}
          </IconButton>
        </div>
      )}
    </Field>
  )
}
