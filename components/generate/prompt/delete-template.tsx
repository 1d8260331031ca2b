import type { MouseEvent } from 'react'
import { useTranslations } from 'next-intl'
import { useDeleteTemplate } from '@/lib/client/prompt-mutations'
import type { TemplateOnWire } from '@/lib/shared/prompts'
import { Button } from '../../ui/button'
import { ErrorText } from '../../ui/error-text'
import { backOnEscape } from './back-on-escape'
import { useTemplateTrouble } from './use-template-trouble'

/** Asks once more, in place. */
export function DeleteTemplate(props: {
  template: TemplateOnWire
  onEnd: (news?: string) => void
}) {
  const { template, onEnd } = props
  const t = useTranslations('promptLibrary')
  const remove = useDeleteTemplate()
  const trouble = useTemplateTrouble(remove.error)
  const question = t('deleteSure', { name: template.name })
  const handleDelete = async ({ currentTarget }: MouseEvent<HTMLButtonElement>) => {
    const list = currentTarget.closest('ul')
    try {
      await remove.mutateAsync(template.id)
    } catch {
      return // `trouble` says it
    }
    // Not in `onSuccess`: by now this row is gone, and with it whoever would have heard.
    list?.focus()
    onEnd(t('deleted'))
  }
  return (
    <div
      role="group"
      aria-label={question}
      onKeyDown={backOnEscape(() => onEnd())}
      className="flex flex-col gap-2 rounded-inner border border-line p-3"
    >
      <p className="font-medium wrap-anywhere">{question}</p>
      <div className="flex gap-2">
        <Button
          look="danger"
          autoFocus
          disabled={remove.isPending}
          onClick={(event) => void handleDelete(event)}
        >
          {remove.isPending ? t('working') : t('deleteYes')}
        </Button>
        <Button look="quiet" onClick={() => onEnd()}>
          {t('deleteNo')}
        </Button>
      </div>
      <ErrorText>{trouble}</ErrorText>
    </div>
  )
}
