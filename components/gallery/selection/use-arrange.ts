import { useTranslations } from 'next-intl'
import { useChangeCollection } from '@/lib/client/keeping-mutations'
import { addToast } from '@/lib/client/toasts'
import type { CollectionChange } from '@/lib/shared/gallery/change'
import { useSayError } from '../../keeping/use-say-error'

/** Changes a collection's cover or order and says so, with the way back where it is known. */
export function useArrange(id: string) {
  const t = useTranslations('selecting')
  const { mutateAsync } = useChangeCollection()
  const sayError = useSayError()
  const make = async (change: CollectionChange, onDone: () => void) => {
    try {
      await mutateAsync({ id, change })
      onDone()
    } catch (error) {
      if (error instanceof Error) sayError(error)
    }
  }
  return (text: string, change: CollectionChange, back?: CollectionChange) => {
    const undo = back && (() => make(back, () => addToast({ text: t('arrangedBack') })))
    return make(change, () => addToast({ text, undo, isFinal: !undo }))
  }
}
