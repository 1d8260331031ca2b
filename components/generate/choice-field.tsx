import { useFormContext, useWatch } from 'react-hook-form'
import { useTranslations } from 'next-intl'
import { findModel, type RuleSet } from '@/lib/shared/models/catalogue'
import { ChoiceGroup } from '../ui/choice-group'
import { problemSentence } from './field-sentence'
import type { FormValues } from './form-values'
import {
  CHOICE_FIELDS,
  settingOptions,
  withChoice,
  type ChoiceField as Field,
} from './setting-options'
import { useFieldError } from './use-field-error'

const CONFLICT_NOTE = 'settings-note'

/** A setting as chips: what the model offers, and what the other settings rule out with the reason. */
export function ChoiceField({ field, rules }: { field: Field; rules: RuleSet }) {
  const t = useTranslations()
  const { control, setValue, trigger, formState } = useFormContext<FormValues>()
  const values = useWatch({ control, compute: (all: FormValues) => all })
  const error = useFieldError(field)
  const { isSubmitted } = formState
  const model = findModel(values.model)
  const options = model ? settingOptions(field, { model, values, rules }) : []

  const handleChange = (value: string) => {
    setValue(field, withChoice(values, field, value)[field], { shouldDirty: true })
    if (isSubmitted) void trigger()
  }
  return (
    <ChoiceGroup
      name={field}
      legend={t(`settings.${field}`)}
      look="chips"
      value={String(values[field])}
      onChange={handleChange}
      error={error}
      noteId={options.some((option) => option.conflict) ? CONFLICT_NOTE : undefined}
      choices={options.map(({ value, conflict: reason }) => ({
        value,
        isDisabled: reason !== null,
        ...(field === 'duration'
          ? {
              content: t('settings.seconds', { seconds: Number(value) }),
              label: t('settings.secondsLabel', { seconds: Number(value) }),
            }
          : { content: value }),
      }))}
    />
  )
}

/** Why some chips are not to be had, once for all of them: two settings that exclude each other have one reason. */
export function ConflictNote({ rules }: { rules: RuleSet }) {
  const t = useTranslations()
  const { control } = useFormContext<FormValues>()
  const values = useWatch({ control, compute: (all: FormValues) => all })
  const model = findModel(values.model)
  const sentences = CHOICE_FIELDS.flatMap((field) =>
    model ? settingOptions(field, { model, values, rules }) : [],
  ).flatMap(({ conflict }) => (conflict ? problemSentence(t, conflict.path, conflict) : []))
  return (
    <p id={CONFLICT_NOTE} className="-mt-3 text-meta text-soft empty:hidden">
      {[...new Set(sentences)].join(' ')}
    </p>
  )
}
