import type { ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import type { RuleSet } from '@/lib/shared/models/catalogue'
import { offers } from '@/lib/shared/models/offered'
import { ChoiceGroup } from '../ui/choice-group'
import { FieldHint, hintId } from './field-hint'
import { useFieldError } from './use-field-error'
import { useSettings } from './use-settings'

type Field = 'resolution' | 'duration' | 'motionMode' | 'thinkingType'

/** Where a field that is left out is the page's own default. */
const LEFT_OUT = { motionMode: 'normal', thinkingType: 'auto' } as const

/** A setting as chips: what the model offers; what the other settings rule out is off, its reason in the note. */
export function ChoiceField(props: {
  field: Field
  legend: string
  rules: RuleSet
  noteId: string
  /** How a value is shown, and how it is spoken where that differs. */
  words: (value: string) => { content: ReactNode; label?: string }
}) {
  const { field, legend, rules } = props
  const { verdict, choose } = useSettings(rules)
  const error = useFieldError(field)
  const options = offers(field, verdict.params, verdict)
  const leftOut = field === 'motionMode' || field === 'thinkingType' ? LEFT_OUT[field] : undefined

  const handleChange = (chosen: string) => {
    const option = options.find(({ value }) => String(value) === chosen)
    if (option) choose({ field, value: option.value })
  }
  return (
    <ChoiceGroup
      name={field}
      legend={legend}
      aside={<FieldHint field={field} name={legend} />}
      title={field}
      look="chips"
      value={String(verdict.params[field] ?? leftOut)}
      onChange={handleChange}
      error={error}
      noteId={[options.some(({ off }) => off) ? props.noteId : '', hintId(field)].join(' ').trim()}
      choices={options.map(({ value, off }) => ({
        value: String(value),
        isDisabled: off !== null,
        ...props.words(String(value)),
      }))}
    />
  )
}

export const MAIN_NOTE = 'settings-note'

/** What matters most: how sharp and how long. */
export function MainChoices({ rules }: { rules: RuleSet }) {
  const t = useTranslations('settings')
  return (
    <div className="grid grid-cols-[minmax(0,7fr)_minmax(0,4fr)] gap-3 pointer-coarse:grid-cols-[minmax(0,4fr)_minmax(0,3fr)] max-[22rem]:grid-cols-1">
      <ChoiceField
        field="resolution"
        legend={t('resolution')}
        rules={rules}
        noteId={MAIN_NOTE}
        words={(value) => ({ content: value })}
      />
      <ChoiceField
        field="duration"
        legend={t('duration')}
        rules={rules}
        noteId={MAIN_NOTE}
        words={(value) => ({
          content: t('seconds', { seconds: Number(value) }),
          label: t('secondsLabel', { seconds: Number(value) }),
        })}
      />
    </div>
  )
}
