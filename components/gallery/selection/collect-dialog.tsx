import { useId, useState, type FormEvent } from 'react'
import { useQuery } from '@tanstack/react-query'
import Library from 'lucide-react/icons/library'
import { useTranslations } from 'next-intl'
import { useCreateCollection } from '@/lib/client/keeping-mutations'
import { keepingQueries } from '@/lib/client/keeping/keeping-queries'
import { COLLECTION_MAX_CHARACTERS } from '@/lib/shared/gallery/keeping-limits'
import { ApiError } from '@/lib/client/api'
import { DialogFrame } from '../../ui/dialog-frame'
import { useErrorSentence } from '../../shell/error-sentence'
import { Button } from '../../ui/button'
import { Field } from '../../ui/field'
import { TextBox } from '../../ui/text-box'
import { useDoChange } from './use-do-change'

/** Puts what is selected into a collection that there is, or into a new one. */
export function CollectDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('selecting')
  const { act, isPending } = useDoChange()
  const collections = useQuery(keepingQueries.collections())
  const byHand = (collections.data ?? []).filter(({ query }) => query === null)
  const collect = async (collectionId: string) => {
    if (await act({ kind: 'collect', collectionId })) onClose()
  }
  return (
    <DialogFrame title={t('collectTitle')} closeLabel={t('close')} onClose={onClose}>
      <ul role="list" className="-mx-2 flex flex-col">
        {byHand.map(({ id, name, count, coverUrl }, index) => (
          <li key={id}>
            <button
              type="button"
              disabled={isPending}
              data-first={index === 0 ? '' : undefined}
              onClick={() => void collect(id)}
              className="flex w-full items-center gap-3 rounded-inner px-2 py-1.5 text-left hover:bg-raised"
            >
              <span className="grid size-9 shrink-0 place-items-center overflow-hidden rounded-inner bg-raised">
                {coverUrl ? (
                  <img src={coverUrl} alt="" className="size-full object-cover" />
                ) : (
                  <Library aria-hidden className="size-4 text-faint" />
                )}
              </span>
              <span className="min-w-0 flex-1 truncate">{name}</span>
              <span className="text-meta text-soft tabular-nums">{t('clips', { count })}</span>
            </button>
          </li>
        ))}
      </ul>
      <NewCollection isFirst={byHand.length === 0} onMade={(id) => void collect(id)} />
    </DialogFrame>
  )
}

function NewCollection({ isFirst, onMade }: { isFirst: boolean; onMade: (id: string) => void }) {
  const t = useTranslations('selecting')
  const id = useId()
  const sentence = useErrorSentence()
  const [name, setName] = useState('')
  const create = useCreateCollection()
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    create.mutate({ name, query: null }, { onSuccess: (made) => onMade(made.id) })
  }
  const field = create.error instanceof ApiError ? create.error.fields[0]?.message : undefined
  return (
    <form onSubmit={handleSubmit} className="flex items-end gap-2">
      <div className="min-w-0 flex-1">
        <Field
          id={id}
          label={t('newCollection')}
          error={create.error && (field ?? sentence(create.error))}
        >
          {(control) => (
            <TextBox
              {...control}
              value={name}
              data-first={isFirst ? '' : undefined}
              maxLength={COLLECTION_MAX_CHARACTERS}
              autoComplete="off"
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
      </div>
      <Button type="submit" className="mb-1.5" disabled={create.isPending || name.trim() === ''}>
        {t('make')}
      </Button>
    </form>
  )
}
