import { useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { useTranslations } from 'next-intl'
import {
  fieldValues,
  findModel,
  MODELS,
  type Model,
  type RuleSet,
} from '@/lib/shared/models/catalogue'
import { ChoiceGroup } from '../ui/choice-group'
import { adaptToModel, type Reset } from './adapt-to-model'
import { problemSentence } from './field-sentence'
import type { FormValues } from './form-values'
import { useFieldError } from './use-field-error'

/** The models, each with what it can do. Another model keeps what it takes, and says what it does not. */
export function ModelField({ rules }: { rules: RuleSet }) {
  const t = useTranslations('settings')
  const { control, getValues, setValue, formState } = useFormContext<FormValues>()
  const chosen = useWatch({ control, name: 'model' })
  const [resets, setResets] = useState<readonly Reset[]>([])
  const error = useFieldError('model')
  const { isSubmitted } = formState

  const handleChange = (id: string) => {
    const model = findModel(id)
    if (!model) return
    const adapted = adaptToModel(getValues(), model, rules)
    for (const field of ['seed', 'negativePrompt', 'resolution', 'duration', 'model'] as const) {
      setValue(field, adapted.values[field], { shouldDirty: true, shouldValidate: isSubmitted })
    }
    setResets(adapted.resets)
  }
  return (
    <div>
      <ChoiceGroup
        name="model"
        legend={t('model')}
        look="tiles"
        value={chosen}
        onChange={handleChange}
        error={error}
        choices={MODELS.map((model) => ({
          value: model.id,
          content: (
            <>
              <span className="font-medium">{model.label}</span>
              <span className="text-meta text-faint">
                {t('modelSeconds', { seconds: secondsRange(model, rules) })}
              </span>
            </>
          ),
        }))}
      />
      <p role="status" className="mt-1.5 text-meta text-soft empty:hidden">
        <ResetWords model={chosen} resets={resets} />
      </p>
    </div>
  )
}

function secondsRange(model: Model, rules: RuleSet): string {
  const seconds = (fieldValues(model, 'duration', rules) ?? []).map(Number)
  return `${Math.min(...seconds)}–${Math.max(...seconds)}`
}

/** What another model has changed, briefly. */
function ResetWords({ model, resets }: { model: string; resets: readonly Reset[] }) {
  const t = useTranslations()
  if (resets.length === 0) return null
  const sentences = resets.map((reset) => {
    if ('reason' in reset && reset.reason) return problemSentence(t, reset.field, reset.reason)
    const list = t(
      `settings.reset.${reset.field}`,
      'to' in reset ? { from: reset.from, to: reset.to } : {},
    )
    return t('settings.changed', { model: findModel(model)?.label ?? model, list })
  })
  return sentences.join(' ')
}
