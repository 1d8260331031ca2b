import X from 'lucide-react/icons/x'
import Link from 'next/link'
import { useFormContext, useWatch } from 'react-hook-form'
import { useTranslations } from 'next-intl'
import { IconButton } from '../ui/icon-button'
import type { FormValues } from './form-values'
import { standingParent } from './standing-parent'

/** What the next clip goes on from, for as long as something of it is in the form; a person may let go of it. */
export function ParentNote() {
  const t = useTranslations('goOn')
  const { control, setValue } = useFormContext<FormValues>()
  const [parent, prompt, image, head, tail, references] = useWatch({
    control,
    name: ['parent', 'prompt', 'image', 'head', 'tail', 'references'],
  })
  const standing = standingParent({ parent, prompt, image, head, tail, references })
  if (!standing) return null
  const { taskId, way, title, pictureUrl } = standing
  return (
    <div className="-mb-2 flex items-center gap-2.5 rounded-card border border-line bg-surface py-1 pr-1 pl-1.5 text-meta">
      {pictureUrl && (
        <img src={pictureUrl} alt="" className="h-9 w-14 shrink-0 rounded-inner object-cover" />
      )}
      <p className="min-w-0 flex-1 text-soft">
        <span className="block truncate">
          {t('from')}{' '}
          <Link href={`/tasks/${encodeURIComponent(taskId)}`} className="text-text underline">
            {title}
          </Link>
        </span>
        {t(`ways.${way}`)}
      </p>
      <IconButton label={t('clear')} onClick={() => setValue('parent', null)}>
        <X aria-hidden className="size-4" />
      </IconButton>
    </div>
  )
}
