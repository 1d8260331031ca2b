import { ApiError } from '@/lib/client/api'
import { useErrorSentence } from '../../shell/error-sentence'

/** Why a template was not taken, in the server's words: of its fields where they are the reason. */
export function useTemplateTrouble(error: Error | null): string | undefined {
  const sentence = useErrorSentence()
  if (!error) return undefined
  const fields = error instanceof ApiError ? error.fields.map(({ message }) => message) : []
  return fields.length > 0 ? fields.join(' ') : sentence(error)
}
