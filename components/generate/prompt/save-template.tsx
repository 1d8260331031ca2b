import { useState, type FormEvent } from 'react'
import { useFormContext } from 'react-hook-form'
import { useTranslations } from 'next-intl'
import { useSaveTemplate } from '@/lib/client/prompt-mutations'
import { Button } from '../../ui/button'
import { Field } from '../../ui/field'
import { TextBox } from '../../ui/text-box'
import type { PromptValues } from './prompt-values'
import { useTemplateTrouble } from './use-template-trouble'

/** Keeps the prompt as it stands now under a name. */
export function SaveTemplate({ onNews }: { onNews: (news: string) => void }) {
  const t = useTranslations('promptLibrary')
  const { getValues } = useFormContext<PromptValues>()
  const [name, setName] = useState('')
  const save = useSaveTemplate()
  const trouble = useTemplateTrouble(save.error)
  const [prompt, negativePrompt] = getValues(['prompt', 'negativePrompt'])
  if (prompt.trim() === '') return <p className="text-meta text-soft">{t('saveNone')}</p>

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    // The form of the page is around this one for React, though not in the document.
    event.stopPropagation()
    if (save.isPending) return
    const body = { name, prompt, ...(negativePrompt.trim() && { negativePrompt }) }
    save.mutate(body, {
      onSuccess: (kept) => {
        setName('')
        onNews(t('kept', { name: kept.name }))
      },
    })
  }
  return (
    <form noValidate onSubmit={handleSubmit}>
      <Field id="template-name" label={t('save')} error={trouble}>
        {(control) => (
          <div className="flex gap-2">
            <TextBox
              {...control}
              autoComplete="off"
              placeholder={t('name')}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
            <Button type="submit" disabled={save.isPending || name.trim() === ''}>
              {save.isPending ? t('working') : t('keep')}
            </Button>
          </div>
        )}
      </Field>
    </form>
  )
}
