import { useTranslations } from 'next-intl'
import type { TaskOnWire } from '@/lib/shared/wire'

export function InputPictures({ task }: { task: TaskOnWire }) {
  const t = useTranslations('task')
  if (task.inputs.length === 0) return null
  return (
    <section className="border-t border-line pt-4">
      <h2 className="mb-2 text-meta font-semibold">{t('inputs', { count: task.inputs.length })}</h2>
      <ul className="flex flex-wrap gap-1">
        {task.inputs.map((input) => (
          <li key={`${input.role}-${input.imageId}`}>
            <a href={input.url} className="block">
              <img
                src={input.url}
                alt={t('inputAlt', { role: input.role })}
                width={input.width}
                height={input.height}
                loading="lazy"
                className="h-24 w-auto rounded-inner"
              />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
