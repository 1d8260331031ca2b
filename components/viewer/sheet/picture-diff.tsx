import { useTranslations } from 'next-intl'
import type { TaskOnWire } from '@/lib/shared/wire'

type Inputs = TaskOnWire['inputs']

/** The pictures that went in, before and after. */
export function PictureDiff({ before, after }: { before: Inputs; after: Inputs }) {
  const t = useTranslations('family')
  return (
    <div className="grid grid-cols-2 gap-2">
      <Side label={t('before')} inputs={before} />
      <Side label={t('after')} inputs={after} />
    </div>
  )
}

function Side({ label, inputs }: { label: string; inputs: Inputs }) {
  const t = useTranslations('task')
  return (
    <div>
      <p className="mb-1 text-soft">{label}</p>
      <ul aria-label={label} className="flex flex-wrap gap-1">
        {inputs.map((input, index) => (
          <li key={index}>
            <img
              src={input.thumbUrl ?? input.url}
              alt={t('inputAlt', { role: input.role })}
              width={input.width}
              height={input.height}
              className="h-16 w-auto rounded-inner"
            />
          </li>
        ))}
      </ul>
    </div>
  )
}
