import { useFormContext, useWatch } from 'react-hook-form'
import { useTranslations } from 'next-intl'
import { Disclosure } from '../ui/disclosure'
import { Field } from '../ui/field'
import { TextArea, TextBox } from '../ui/text-box'
import type { FormValues } from './form-values'
import { useFieldError } from './use-field-error'

/** The settings that are seldom needed, folded under one line that says their values. */
export function MoreSettings() {
  const t = useTranslations('settings')
  const { control } = useFormContext<FormValues>()
  const [seed, negativePrompt] = useWatch({ control, name: ['seed', 'negativePrompt'] })
  const values = [
    seed.trim() === '' ? t('seedFree') : t('seedSet', { seed: seed.trim() }),
    negativePrompt.trim() === '' ? t('negativeNone') : t('negativeSet'),
  ].join(' · ')
  return (
    <Disclosure title={t('more')} summary={values}>
      <div className="flex flex-col gap-4 pt-3 pb-1">
        <SeedField />
        <NegativeField />
      </div>
    </Disclosure>
  )
}

function SeedField() {
  const t = useTranslations('settings')
  const { register } = useFormContext<FormValues>()
  return (
    <Field id="seed" label={t('seed')} hint={t('seedHint')} error={useFieldError('seed')}>
      {(control) => (
        <TextBox
          {...register('seed')}
          {...control}
          inputMode="numeric"
          autoComplete="off"
          placeholder={t('seedPlaceholder')}
          className="tabular-nums"
        />
      )}
    </Field>
  )
}

function NegativeField() {
  const t = useTranslations('settings')
  const { register } = useFormContext<FormValues>()
  return (
    <Field id="negativePrompt" label={t('negativePrompt')} error={useFieldError('negativePrompt')}>
      {(control) => (
        <TextArea
          {...register('negativePrompt')}
          {...control}
          rows={2}
          placeholder={t('negativePlaceholder')}
          className="max-h-48 min-h-16 text-control pointer-coarse:text-prompt"
        />
      )}
    </Field>
  )
}
