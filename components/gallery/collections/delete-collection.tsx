import { useTranslations } from 'next-intl'
import { useDeleteCollection } from '@/lib/client/keeping-mutations'
import { isAlready } from '@/lib/client/api'
import type { CollectionOnWire } from '@/lib/shared/gallery/change'
import { backOnEscape } from '../../generate/prompt/back-on-escape'
import { Button } from '../../ui/button'
import { ErrorText } from '../../ui/error-text'
import { useCollectionTrouble } from './use-collection-trouble'

/** Asks once more, in place. One that is gone already is as good as deleted. */
export function DeleteCollection(props: {
  collection: CollectionOnWire
  onDeleted: () => void
  onCancel: () => void
}) {
  const { collection, onDeleted, onCancel } = props
  const t = useTranslations('collections')
  const remove = useDeleteCollection()
  const trouble = useCollectionTrouble(remove.error)
  const question = t('deleteSure', { name: collection.name })
  const handleDelete = async () => {
    try {
      await remove.mutateAsync(collection.id)
    } catch (error) {
      if (!isAlready(error)) return // `trouble` says it
    }
    onDeleted()
  }
  return (
    <div
      role="group"
      aria-label={question}
      onKeyDown={backOnEscape(onCancel)}
      className="flex flex-col gap-2 rounded-card border border-line p-3"
    >
      <p className="font-medium wrap-anywhere">{question}</p>
      <div className="flex gap-2">
        <Button
          look="danger"
          autoFocus
          disabled={remove.isPending}
          onClick={() => void handleDelete()}
        >
          {remove.isPending ? t('working') : t('deleteYes')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('deleteNo')}
        </Button>
      </div>
      <ErrorText>{trouble}</ErrorText>
    </div>
  )
}
