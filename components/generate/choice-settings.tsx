import type { ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import {
  fieldValues,
  MOTION_MODES,
  STYLES,
  THINKING_TYPES,
  type RuleSet,
} from '@/lib/shared/models/catalogue'
import { Field } from '../ui/field'
import { Select } from '../ui/select'
import { CameraField } from './camera-field'
import { ChoiceField } from './choice-field'
import { FieldHint, hintId } from './field-hint'
import { problemSentence } from './field-sentence'
import { FieldOffNote, OffNotes, useFieldOff } from './off-notes'
import { useFieldError } from './use-field-error'
import { usePictureUrl } from './use-picture-url'
import { useSettings } from './use-settings'

type Props = { rules: RuleSet }

export function MotionField({ rules }: Props) {
  const t = useTranslations()
  const words = (value: string): { content: ReactNode } => {
    const known = MOTION_MODES.find((mode) => mode === value)
    return { content: known ? t(`values.motionMode.${known}`) : value }
  }
  return (
    <div>
      <ChoiceField
        field="motionMode"
        legend={t('task.motionMode')}
        rules={rules}
        noteId="motion-note"
        words={words}
      />
      <OffNotes id="motion-note" fields={['motionMode']} rules={rules} className="mt-1" />
    </div>
  )
}

export function ThinkingField({ rules }: Props) {
  const t = useTranslations()
  const words = (value: string): { content: ReactNode } => {
    const known = THINKING_TYPES.find((type) => type === value)
    return { content: known ? t(`values.thinkingType.${known}`) : value }
  }
  return (
    <ChoiceField
      field="thinkingType"
      legend={t('task.thinkingType')}
      rules={rules}
      noteId=""
      words={words}
    />
  )
}

export function StyleField({ rules }: Props) {
  const t = useTranslations()
  const { verdict, choose } = useSettings(rules)
  const offered = (fieldValues(verdict.model, 'style', rules) ?? []).map(String)
  return (
    <Field
      id="style"
      label={t('task.style')}
      aside={<FieldHint field="style" name={t('task.style')} />}
      error={useFieldError('style')}
    >
      {(control) => (
        <Select
          {...control}
          aria-describedby={`${control['aria-describedby']} ${hintId('style')}`}
          name="style"
          title="style"
          value={verdict.params.style ?? ''}
          onChange={(event) => choose({ field: 'style', value: event.target.value || null })}
        >
          <option value="">{t('values.none')}</option>
          {STYLES.filter((style) => offered.includes(style)).map((style) => (
            <option key={style} value={style}>
              {t(`values.style.${style}`)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}

export function CameraSetting({ rules }: Props) {
  const t = useTranslations()
  const { verdict, choose } = useSettings(rules)
  const moves = (fieldValues(verdict.model, 'cameraMovement', rules) ?? []).map(String)
  const off = useFieldOff('cameraMovement', moves[0] ?? '', rules)
  const pictureUrl = usePictureUrl(verdict.mode)
  return (
    <div>
      <CameraField
        id="cameraMovement"
        value={verdict.params.cameraMovement ?? ''}
        onChange={(move) => choose({ field: 'cameraMovement', value: move || null })}
        pictureUrl={pictureUrl}
        moves={moves}
        disabledReason={off && problemSentence(t, off.reason.path, off.reason)}
      />
      <FieldOffNote id="camera-note" off={off} rules={rules} />
    </div>
  )
}
