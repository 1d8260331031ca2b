import { useFormContext, useWatch } from 'react-hook-form'

/** A reference as the form has it: what of it the prompt needs. */
export type PromptReference = {
  picture: { url: string }
  type: 'subject' | 'background'
  /** In ASCII; empty while it has none. */
  refName: string
  /** What the person calls it. */
  label: string
}

/** What of the form the prompt reads and writes. */
export type PromptValues = {
  prompt: string
  negativePrompt: string
  mode?: string
  references?: readonly PromptReference[]
}

/** What can be written again: what was sent, or what is kept under a name. */
export type LibraryView = 'history' | 'templates'

/** The `@…` that is being written, and the list that is open for it: what the prompt says of them to a screen reader. */
export type OpenList = { start: number; listId: string | undefined; optionId: string | undefined }

/** The references that the prompt may name; null where it names none and `@` is a sign like any other. */
export function usePromptReferences(): readonly PromptReference[] | null {
  const { control } = useFormContext<PromptValues>()
  const [mode, references] = useWatch({ control, name: ['mode', 'references'] })
  return mode === 'reference' ? (references ?? NONE) : null
}

const NONE: readonly PromptReference[] = []
