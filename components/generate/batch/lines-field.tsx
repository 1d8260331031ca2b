import { useTranslations } from 'next-intl'
import { Field } from '../../ui/field'
import { TextArea } from '../../ui/text-box'

/** Words of which each line is another value. */
export function LinesField(props: {
  name: 'prompts' | 'negativePrompt' | 'soundEffectContent'
  value: string
  onChange: (value: string) => void
}) {
  const t = useTranslations('several.lines')
  const { name, value, onChange } = props
  return (
    <Field id={`several-${name}`} label={t(`${name}.label`)} hint={t(`${name}.hint`)}>
      {(control) => (
        <TextArea
          {...control}
          rows={3}
          value={value}
          placeholder={t(`${name}.placeholder`)}
          className="max-h-60 text-control pointer-coarse:text-prompt"
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}
