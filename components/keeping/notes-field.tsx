import { useId, type KeyboardEvent } from 'react'
import { useTranslations } from 'next-intl'
import { NOTES_MAX_CHARACTERS } from '@/lib/shared/gallery/keeping-limits'
import type { TaskOnWire } from '@/lib/shared/wire'
import { useErrorSentence } from '../shell/error-sentence'
import { Field } from '../ui/field'
import { TextArea } from '../ui/text-box'
import { useKeptText } from './use-kept-text'

/** What people want to remember of a clip. It is kept as the field is left; ⌘/Ctrl+Enter keeps it at once. */
export function NotesField({ task }: { task: Pick<TaskOnWire, 'id' | 'notes'> }) {
  const t = useTranslations('keeping')
  const id = useId()
  const sentence = useErrorSentence()
  const text = useKeptText({ id: task.id, kind: 'notes', stored: task.notes })
  const handleKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) text.save()
    if (event.key === 'Escape') {
      // The viewer would close, and what is written is wanted: it is kept, and only the field is left.
      event.stopPropagation()
      event.preventDefault()
      event.currentTarget.blur()
    }
  }
  return (
    <Field
      id={id}
      label={t('notes')}
      aside={<span role="status">{text.isSaved && t('saved')}</span>}
      error={text.error && sentence(text.error)}
    >
      {(control) => (
        <TextArea
          {...control}
          rows={2}
          value={text.value}
          placeholder={t('notesHint')}
          maxLength={NOTES_MAX_CHARACTERS}
          onChange={(event) => text.write(event.target.value)}
          onBlur={text.save}
          onKeyDown={handleKey}
          className="max-h-64 min-h-16 text-control"
        />
      )}
    </Field>
  )
}
