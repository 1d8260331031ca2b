import { useId, useState, type FormEvent } from 'react'
import { useTranslations } from 'next-intl'
import { useChangeTemplate } from '@/lib/client/prompt-mutations'
import type { TemplateOnWire } from '@/lib/shared/prompts'
import { Button } from '../../ui/button'
import { ErrorText } from '../../ui/error-text'
import { Field } from '../../ui/field'
import { TextArea, TextBox } from '../../ui/text-box'
import { backOnEscape } from './back-on-escape'
import { useTemplateTrouble } from './use-template-trouble'

/** Another name, or another text. */
export function EditTemplate(props: { template: TemplateOnWire; onEnd: (news?: string) => void }) {
  const { template, onEnd } = props
  const t = useTranslations('promptLibrary')
  const id = useId()
  const change = useChangeTemplate()
  const trouble = useTemplateTrouble(change.error)
  const [name, setName] = useState(template.name)
  const [prompt, setPrompt] = useState(template.prompt)
  const [negativePrompt, setNegativePrompt] = useState(template.negativePrompt ?? '')

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (change.isPending) return
    const body = { name, prompt, ...(negativePrompt.trim() && { negativePrompt }) }
    change.mutate({ id: template.id, body }, { onSuccess: () => onEnd(t('changed')) })
  }
  return (
    <form
      noValidate
      aria-label={t('change', { name: template.name })}
      onSubmit={handleSubmit}
      onKeyDown={backOnEscape(() => onEnd())}
      className="flex flex-col gap-3 rounded-inner border border-line p-3"
    >
      <Field id={`${id}name`} label={t('name')}>
        {(control) => (
          <TextBox
            {...control}
            autoFocus
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field id={`${id}prompt`} label={t('text')}>
        {(control) => (
          <TextArea
            {...control}
            rows={3}
            value={prompt}
            onChange={(event) => setPrompt(event.target.value)}
            className="max-h-48 text-control pointer-coarse:text-prompt"
          />
        )}
      </Field>
      <Field id={`${id}negative`} label={t('negativeText')}>
        {(control) => (
          <TextBox
            {...control}
            value={negativePrompt}
            onChange={(event) => setNegativePrompt(event.target.value)}
          />
        )}
      </Field>
      <ErrorText>{trouble}</ErrorText>
      <div className="flex gap-2">
        <Button type="submit" disabled={change.isPending}>
          {change.isPending ? t('working') : t('changeDone')}
        </Button>
        <Button look="quiet" onClick={() => onEnd()}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
