'use client'

import { useErrorSentence } from '../shell/error-sentence'

/** Why what was asked for did not happen, beside what asked for it. */
export function ActionError({ error }: { error: Error | null }) {
  const sentence = useErrorSentence()
  if (!error) return null
  return (
    <p role="alert" className="w-full text-meta text-failed">
      {sentence(error)}
    </p>
  )
}
