import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent } from 'react'
import Search from 'lucide-react/icons/search'
import { useTranslations } from 'next-intl'
import { useShortcut } from '@/lib/client/shortcuts/use-shortcut'
import { TextBox } from '../../ui/text-box'
import { useFilters } from './filter-context'

/** Milliseconds without a key until it is searched. */
const PAUSE_MS = 250
/** As many as an address takes. */
const MOST_CHARACTERS = 200

/** What is typed is its own at once, and the gallery's after a pause: neither waits for the other. */
export function SearchField() {
  const t = useTranslations('filters')
  const box = useRef<HTMLInputElement>(null)
  const { query, setQuery } = useFilters()
  const field = useField(query.words, (words) =>
    setQuery((now) => ({ ...now, words }), { isTyping: true }),
  )
  useShortcut('gallery.search', () => {
    box.current?.focus()
    box.current?.select()
  })
  const handleKey = (event: KeyboardEvent) => {
    // Keys of a list of characters to choose from are that list's.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') field.searchNow()
    if (event.key !== 'Escape') return
    event.preventDefault()
    if (field.text === '') box.current?.blur()
    else field.clear()
  }
  return (
    <div role="search" className="relative min-w-0 flex-1 sm:max-w-60 sm:min-w-36">
      <Search
        aria-hidden
        className="pointer-events-none absolute inset-y-0 left-3 my-auto size-4 text-soft"
      />
      <TextBox
        ref={box}
        type="search"
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        maxLength={MOST_CHARACTERS}
        aria-label={t('searchIn')}
        aria-keyshortcuts="/"
        placeholder={t('search')}
        value={field.text}
        onChange={(event) => field.type(event.target.value)}
        onCompositionStart={() => field.compose(true)}
        onCompositionEnd={() => field.compose(false)}
        onKeyDown={handleKey}
        className="peer rounded-full! pl-9!"
      />
      {/* Where it can be seen, and there are keys to press. */}
      <kbd
        aria-hidden
        className="pointer-events-none absolute inset-y-0 right-3 my-auto hidden h-5 min-w-5 items-center justify-center rounded-inner border border-line text-meta text-faint peer-placeholder-shown:inline-flex peer-focus:hidden pointer-coarse:hidden!"
      >
        /
      </kbd>
    </div>
  )
}

function useField(words: string, onSearch: (words: string) => void) {
  const [text, setText] = useState(words)
  const [isComposing, setComposing] = useState(false)
  /** Given to the address and not seen there yet. */
  const [sent, setSent] = useState<readonly string[]>([])
  const [seen, setSeen] = useState(words)
  const wanted = text.trim()

  // What comes back is what was sent, or somebody went back or cleared it all.
  if (words !== seen) {
    setSeen(words)
    const place = sent.indexOf(words)
    setSent(sent.slice(place + 1))
    if (place < 0) {
      setSent([])
      setText(words)
    }
  }

  const latest = sent.at(-1) ?? words
  const search = useEffectEvent(() => {
    if (wanted === latest) return
    setSent([...sent, wanted])
    onSearch(wanted)
  })
  useEffect(() => {
    // Half a character is nothing to look for.
    if (isComposing || wanted === latest) return
    const timer = setTimeout(() => search(), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [wanted, latest, isComposing])

  const put = (next: string) => {
    setText(next)
    if (next.trim() === latest) return
    setSent([...sent, next.trim()])
    onSearch(next.trim())
  }
  return {
    text,
    type: setText,
    compose: setComposing,
    searchNow: () => put(text),
    clear: () => put(''),
  }
}
