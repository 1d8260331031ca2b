import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import Trash from 'lucide-react/icons/trash-2'
import { useTranslations } from 'next-intl'
import { useDeleteTag, useRenameTag } from '@/lib/client/keeping-mutations'
import { keepingQueries } from '@/lib/client/keeping/keeping-queries'
import type { TagOnWire } from '@/lib/shared/gallery/change'
import { TAG_MAX_CHARACTERS } from '@/lib/shared/gallery/keeping-limits'
import { useErrorSentence } from '../shell/error-sentence'
import { Button } from '../ui/button'
import { ErrorText } from '../ui/error-text'
import { IconButton } from '../ui/icon-button'
import { TextBox } from '../ui/text-box'

/** Every tag with how many clips have it: another name, that of another tag makes one of the two, or off every clip. */
export function TagManager() {
  const t = useTranslations('selecting')
  const tags = useQuery(keepingQueries.tags())
  return (
    <>
      <p className="text-meta text-soft">{t('manageText')}</p>
      <ul role="list" className="flex flex-col gap-2">
        {(tags.data ?? []).map((tag) => (
          <TagRow key={tag.id} tag={tag} />
        ))}
      </ul>
    </>
  )
}

function TagRow({ tag }: { tag: TagOnWire }) {
  const t = useTranslations('selecting')
  const sentence = useErrorSentence()
  const [name, setName] = useState(tag.name)
  const [isSure, setSure] = useState(false)
  const rename = useRenameTag()
  const remove = useDeleteTag()
  const error = rename.error ?? remove.error
  const save = () => {
    if (name.trim() !== '' && name !== tag.name) rename.mutate({ id: tag.id, name })
  }
  return (
    <li>
      <div className="flex items-center gap-2">
        <TextBox
          aria-label={t('tagName', { name: tag.name })}
          value={name}
          maxLength={TAG_MAX_CHARACTERS}
          onChange={(event) => setName(event.target.value)}
          onBlur={save}
          onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && save()}
        />
        <span className="w-20 shrink-0 text-right text-meta text-soft tabular-nums">
          {t('clips', { count: tag.count })}
        </span>
        {isSure ? (
          <Button look="danger" onClick={() => remove.mutate(tag.id)}>
            {t('removeSure')}
          </Button>
        ) : (
          <IconButton label={t('removeTag', { name: tag.name })} onClick={() => setSure(true)}>
            <Trash aria-hidden className="size-4" />
          </IconButton>
        )}
      </div>
      {error && <ErrorText>{sentence(error)}</ErrorText>}
    </li>
  )
}
