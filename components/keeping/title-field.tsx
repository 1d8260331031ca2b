import { useId, type KeyboardEvent } from 'react'
import { useTranslations } from 'next-intl'
import { TITLE_MAX_CHARACTERS } from '@/lib/shared/gallery/keeping-limits'
import type { TaskOnWire } from '@/lib/shared/wire'
import { useErrorSentence } from '../shell/error-sentence'
import { Field } from '../ui/field'
import { TextBox } from '../ui/text-box'
import { useKeptText } from './use-kept-text'

/** What a clip is called. Enter keeps it, Escape leaves it as it was. */
export function TitleField({ task }: { task: Pick<TaskOnWire, 'id' | 'title'> }) {
  const t = useTranslations('keeping')
  const id = useId()
  const sentence = useErrorSentence()
  const text = useKeptText({ id: task.id, kind: 'title', stored: task.title })
  const handleKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return // Enter chooses a word of the input method
    if (event.key === 'Enter') text.save()
    if (event.key === 'Escape') {
      event.stopPropagation()
      event.preventDefault()
      text.forget()
    }
  }
  return (
    <Field
      id={id}
      label={t('title')}
      aside={<span role="status">{text.isSaved && t('saved')}</span>}
      error={text.error && sentence(text.error)}
    >
      {(control) => (
        <TextBox
          {...control}
          value={text.value}
          placeholder={t('titleHint')}
          maxLength={TITLE_MAX_CHARACTERS}
          autoComplete="off"
          onChange={(event) => text.write(event.target.value)}
          onBlur={text.save}
          onKeyDown={handleKey}
        />
      )}
    </Field>
  )
}
