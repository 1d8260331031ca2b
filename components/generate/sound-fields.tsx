import { useFormContext } from 'react-hook-form'
import { useTranslations } from 'next-intl'
import type { RuleSet } from '@/lib/shared/models/catalogue'
import { isFieldTaken } from '@/lib/shared/models/effective'
import { Field } from '../ui/field'
import { FieldError } from '../ui/field-error'
import { Switch } from '../ui/switch'
import { TextBox } from '../ui/text-box'
import { FieldHint, hintId } from './field-hint'
import type { FormValues } from './form-values'
import { FieldOffNote, useFieldOff } from './off-notes'
import { useFieldError } from './use-field-error'
import { useSettings } from './use-settings'

type Props = { rules: RuleSet }
type SwitchField = 'soundEffectSwitch' | 'generateAudioSwitch' | 'generateMultiClipSwitch'

export function AudioField({ rules }: Props) {
  return <SettingSwitch field="generateAudioSwitch" rules={rules} />
}

export function MultiClipField({ rules }: Props) {
  return <SettingSwitch field="generateMultiClipSwitch" rules={rules} />
}

/** Whether there is a sound, and which; the second is off as long as the first is. */
export function SoundFields({ rules }: Props) {
  const { verdict } = useSettings(rules)
  return (
    <div className="flex flex-col gap-2">
      <SettingSwitch field="soundEffectSwitch" rules={rules} />
      {isFieldTaken('soundEffectContent', verdict) && <SoundContent rules={rules} />}
    </div>
  )
}

function SettingSwitch({ field, rules }: { field: SwitchField; rules: RuleSet }) {
  const t = useTranslations('task')
  const { verdict, choose } = useSettings(rules)
  const error = useFieldError(field)
  return (
    <div>
      <div className="flex items-center gap-3">
        <div className="min-w-0 flex-1" title={field}>
          <Switch
            id={field}
            name={field}
            checked={verdict.params[field] === true}
            aria-describedby={`${hintId(field)} ${field}-error`}
            onChange={(event) => choose({ field, value: event.target.checked })}
          >
            {t(field)}
          </Switch>
        </div>
        <FieldHint field={field} name={t(field)} />
      </div>
      <FieldError id={`${field}-error`}>{error}</FieldError>
    </div>
  )
}

function SoundContent({ rules }: Props) {
  const t = useTranslations()
  const { register } = useFormContext<FormValues>()
  const off = useFieldOff('soundEffectContent', 'x', rules)
  return (
    <div>
      <Field
        id="soundEffectContent"
        label={t('task.soundEffectContent')}
        aside={<FieldHint field="soundEffectContent" name={t('task.soundEffectContent')} />}
        error={useFieldError('soundEffectContent')}
      >
        {(control) => (
          <TextBox
            {...register('soundEffectContent')}
            {...control}
            aria-describedby={`${control['aria-describedby']} sound-note ${hintId('soundEffectContent')}`}
            title="soundEffectContent"
            // Not `disabled`: react-hook-form would forget what was written.
            readOnly={off !== null}
            aria-disabled={off !== null || undefined}
            placeholder={t('form.soundContentPlaceholder')}
            className="aria-disabled:cursor-not-allowed aria-disabled:opacity-60"
          />
        )}
      </Field>
      <FieldOffNote id="sound-note" off={off} rules={rules} />
    </div>
  )
}
