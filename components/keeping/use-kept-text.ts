import { useEffect, useEffectEvent, useState } from 'react'
import { useKeep } from './use-keep'

/**
 * A text of a clip while it is written: kept when the writer leaves it, also by leaving the page. What fails stays as it is written,
 * with its error. `stored` shows through as long as nobody writes.
 */
export function useKeptText(options: {
  id: string
  kind: 'title' | 'notes'
  stored: string | null
}) {
  const { id, kind, stored } = options
  const keep = useKeep(id)
  const [draft, setDraft] = useState<string | null>(null)

  const save = () => {
    if (draft === null) return
    const text = draft.trim() || null
    if (text === stored) return setDraft(null)
    const action =
      kind === 'title' ? ({ kind, title: text } as const) : ({ kind, notes: text } as const)
    // Only if nothing more was written meanwhile.
    keep.mutate(action, { onSuccess: () => setDraft((now) => (now === draft ? null : now)) })
  }
  const saveLast = useEffectEvent(save)
  useEffect(() => () => saveLast(), [id])

  return {
    value: draft ?? stored ?? '',
    error: keep.error,
    isSaving: keep.isPending,
    isSaved: keep.isSuccess && draft === null,
    write: setDraft,
    save,
    /** Back to what is stored. */
    forget: () => setDraft(null),
  }
}
