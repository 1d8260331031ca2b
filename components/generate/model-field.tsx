import { useTranslations } from 'next-intl'
import {
  fieldModes,
  fieldValues,
  MODELS,
  type Model,
  type RuleSet,
} from '@/lib/shared/models/catalogue'
import { ChoiceGroup } from '../ui/choice-group'
import { FieldHint, hintId } from './field-hint'
import { useFieldError } from './use-field-error'
import { useSettings } from './use-settings'

/** The models, each with its seconds; of the chosen one all that it can do. */
export function ModelField({ rules }: { rules: RuleSet }) {
  const t = useTranslations('settings')
  const { settings, verdict, move } = useSettings(rules)
  const error = useFieldError('model')
  return (
    <div>
      <ChoiceGroup
        name="model"
        legend={t('model')}
        aside={<FieldHint field="model" name={t('model')} />}
        title="model"
        look="tiles"
        value={settings.model}
        onChange={(model) => move({ model })}
        error={error}
        noteId={`model-abilities ${hintId('model')}`}
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
      <p id="model-abilities" className="mt-1.5 text-meta text-soft">
        <Abilities model={verdict.model} rules={rules} />
      </p>
    </div>
  )
}

const EXTRA_FIELDS = [
  'cameraMovement',
  'style',
  'soundEffectSwitch',
  'generateAudioSwitch',
  'generateMultiClipSwitch',
  'thinkingType',
] as const

/** What the model has beyond what all have. */
function Abilities({ model, rules }: { model: Model; rules: RuleSet }) {
  const t = useTranslations('form.abilities')
  const words = [
    ...(model.modes.includes('reference') ? [t('reference')] : []),
    ...(fieldValues(model, 'motionMode', rules)?.includes('fast') ? [t('fast')] : []),
    ...EXTRA_FIELDS.filter((field) => hasChoice(model, field, rules)).map((field) => t(field)),
  ]
  return words.join(' · ')
}

function hasChoice(model: Model, field: (typeof EXTRA_FIELDS)[number], rules: RuleSet): boolean {
  const values = fieldValues(model, field, rules)
  return fieldModes(model, field, rules).length > 0 && (values === undefined || values.length > 1)
}

function secondsRange(model: Model, rules: RuleSet): string {
  const seconds = (fieldValues(model, 'duration', rules) ?? []).map(Number)
  return `${Math.min(...seconds)}–${Math.max(...seconds)}`
}
