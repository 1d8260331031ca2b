import { useId, useState, type KeyboardEvent } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { keepingQueries } from '@/lib/client/keeping/keeping-queries'
import { readTagName } from '@/lib/shared/gallery/tag-name'
import { TextBox } from '../ui/text-box'

/** A line to write tags in, with those that there are to choose from. Enter, or a comma of either script, puts one on. */
export function TagInput(props: {
  /** Not offered: it has them. */
  known: readonly string[]
  onAdd: (names: string[]) => void
  hasFirstFocus?: boolean
}) {
  const { known, onAdd, hasFirstFocus } = props
  const t = useTranslations('keeping')
  const id = useId()
  const [text, setText] = useState('')
  const [isWanted, setWanted] = useState(hasFirstFocus ?? false)
  const tags = useQuery({ ...keepingQueries.tags(), enabled: isWanted })
  const isNoName = text.trim() !== '' && readTagName(text) === null
  const add = (parts: readonly string[]) => {
    const names = parts.flatMap((part) => readTagName(part)?.name ?? [])
    if (names.length > 0) onAdd(names)
  }
  const handleChange = (value: string) => {
    const parts = value.split(/[,，、]/)
    add(parts.slice(0, -1))
    setText(parts.at(-1) ?? '')
  }
  const handleKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    if (isNoName) return
    add([text])
    setText('')
  }
  const has = new Set(known.map((name) => readTagName(name)?.key))
  return (
    <>
      <TextBox
        list={`${id}list`}
        value={text}
        data-first={hasFirstFocus ? '' : undefined}
        aria-label={t('addTag')}
        aria-invalid={isNoName || undefined}
        placeholder={t('addTag')}
        autoComplete="off"
        enterKeyHint="done"
        className="shrink-0"
        onFocus={() => setWanted(true)}
        onChange={(event) => handleChange(event.target.value)}
        onKeyDown={handleKey}
      />
      <datalist id={`${id}list`}>
        {(tags.data ?? [])
          .filter(({ name }) => !has.has(readTagName(name)?.key))
          .map(({ id: tagId, name }) => (
            <option key={tagId} value={name} />
          ))}
      </datalist>
    </>
  )
}
