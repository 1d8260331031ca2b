import { useId, useState, type FormEvent } from 'react'
import { useTranslations } from 'next-intl'
import { COLLECTION_MAX_CHARACTERS } from '@/lib/shared/gallery/keeping-limits'
import { backOnEscape } from '../../generate/prompt/back-on-escape'
import { Button } from '../../ui/button'
import { Field } from '../../ui/field'
import { TextBox } from '../../ui/text-box'

/** The name of a collection, new or another one. */
export function NameForm(props: {
  name: string
  hint?: string
  isPending: boolean
  trouble: string | null
  onSave: (name: string) => void
  onCancel: () => void
}) {
  const { hint, isPending, trouble, onSave, onCancel } = props
  const t = useTranslations('collections')
  const id = useId()
  const [name, setName] = useState(props.name)
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (!isPending) onSave(name.trim())
  }
  return (
    <form
      noValidate
      onSubmit={handleSubmit}
      onKeyDown={backOnEscape(onCancel)}
      className="flex flex-col gap-3 rounded-card border border-line p-3"
    >
      <Field id={id} label={t('name')} hint={hint} error={trouble}>
        {(control) => (
          <TextBox
            {...control}
            autoFocus
            autoComplete="off"
            maxLength={COLLECTION_MAX_CHARACTERS}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <div className="flex gap-2">
        <Button type="submit" look="primary" disabled={isPending}>
          {isPending ? t('working') : t('create')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
