import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { useCreateCollection } from '@/lib/client/keeping-mutations'
import { Button } from '../../ui/button'
import { NameForm } from './name-form'
import { useCollectionTrouble } from './use-collection-trouble'

/** Keeps what is asked for under a name, or begins one that is filled by hand. */
export function NewCollection(props: { shown: string; onSaid: (news: string) => void }) {
  const { shown, onSaid } = props
  const t = useTranslations('collections')
  const [kind, setKind] = useState<'smart' | 'byHand' | null>(null)
  const create = useCreateCollection()
  const trouble = useCollectionTrouble(create.error)
  const end = () => {
    create.reset()
    setKind(null)
  }
  if (kind !== null) {
    return (
      <NameForm
        name=""
        hint={kind === 'smart' ? t('saveHint') : t('newHint')}
        isPending={create.isPending}
        trouble={trouble}
        onSave={(name) =>
          create.mutate(
            { name, query: kind === 'smart' ? shown : null },
            {
              onSuccess: () => {
                end()
                onSaid(t('saved'))
              },
            },
          )
        }
        onCancel={end}
      />
    )
  }
  return (
    <div className="flex flex-wrap gap-2">
      {shown !== '' && (
        <Button look="primary" onClick={() => setKind('smart')}>
          {t('save')}
        </Button>
      )}
      <Button onClick={() => setKind('byHand')}>{t('new')}</Button>
    </div>
  )
}
