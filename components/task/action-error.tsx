'use client'

import { useErrorSentence } from '../shell/error-sentence'
import { ErrorText } from '../ui/error-text'

/** Why what was asked for did not happen, beside what asked for it. */
export function ActionError({ error }: { error: Error | null }) {
  const sentence = useErrorSentence()
  return <ErrorText className="w-full">{error && sentence(error)}</ErrorText>
}
