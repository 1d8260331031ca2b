import { useState } from 'react'
import Pencil from 'lucide-react/icons/pencil'
import Trash from 'lucide-react/icons/trash-2'
import { useTranslations } from 'next-intl'
import type { TemplateOnWire } from '@/lib/shared/prompts'
import { IconButton } from '../../ui/icon-button'
import { ChoiceButton } from './choice-list'
import { DeleteTemplate } from './delete-template'
import { EditTemplate } from './edit-template'

/** A template to choose, to change and to delete, all in its place. */
export function TemplateRow(props: {
  template: TemplateOnWire
  onChoose: () => void
  onNews: (news: string) => void
}) {
  const { template, onChoose, onNews } = props
  const t = useTranslations('promptLibrary')
  const [state, setState] = useState<'rest' | 'editing' | 'deleting'>('rest')
  /** Where the keyboard goes back to when nothing came of it. */
  const [last, setLast] = useState<typeof state>('rest')
  const { name, prompt, negativePrompt } = template
  const go = (next: typeof state) => {
    setLast(state)
    setState(next)
  }
  const handleEnd = (news?: string) => {
    go('rest')
    onNews(news ?? '')
  }
  if (state === 'editing') return <EditTemplate template={template} onEnd={handleEnd} />
  if (state === 'deleting') return <DeleteTemplate template={template} onEnd={handleEnd} />
  return (
    <div className="flex items-start gap-1">
      <ChoiceButton
        title={name}
        prompt={prompt}
        note={negativePrompt && t('negative', { text: negativePrompt })}
        onChoose={onChoose}
      />
      <IconButton
        label={t('change', { name })}
        autoFocus={last === 'editing'}
        onClick={() => go('editing')}
      >
        <Pencil aria-hidden className="size-4" />
      </IconButton>
      <IconButton
        label={t('delete', { name })}
        autoFocus={last === 'deleting'}
        onClick={() => go('deleting')}
      >
        <Trash aria-hidden className="size-4" />
      </IconButton>
    </div>
  )
}
