import { useTranslations } from 'next-intl'
import { Field } from '../../ui/field'
import { TextArea } from '../../ui/text-box'
import type { Several } from './use-several'

/** Other words for the same picture. */
export function PromptAxis({ several: { choices, change } }: { several: Several }) {
  const t = useTranslations('several')
  return (
    <Field id="several-prompts" label={t('prompts')} hint={t('promptsHint')}>
      {(control) => (
        <TextArea
          {...control}
          rows={3}
          value={choices.prompts}
          placeholder={t('promptsPlaceholder')}
          className="max-h-60 text-control pointer-coarse:text-prompt"
          onChange={(event) => {
            const { value } = event.currentTarget
            change(() => ({ prompts: value }))
          }}
        />
      )}
    </Field>
  )
}
