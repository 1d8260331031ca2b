import { useTranslations } from 'next-intl'
import type { TaskOnWire } from '@/lib/shared/wire'

export function InputPictures({ task }: { task: TaskOnWire }) {
  const t = useTranslations()
  if (task.inputs.length === 0) return null
  return (
    <section className="border-t border-line pt-4">
      <h2 className="mb-2 text-meta font-semibold">
        {t('task.inputs', { count: task.inputs.length })}
      </h2>
      <ul className="flex flex-wrap gap-x-1 gap-y-2">
        {task.inputs.map((input, index) => (
          // One picture may be used twice.
          <li key={index}>
            <a href={input.url} className="block">
              <img
                src={input.url}
                alt={t('task.inputAlt', { role: input.role })}
                width={input.width}
                height={input.height}
                loading="lazy"
                className="h-24 w-auto rounded-inner"
              />
            </a>
            <Caption input={input} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What a picture is where there are several: its place, or the name that the prompt calls it by. */
function Caption({ input }: { input: TaskOnWire['inputs'][number] }) {
  const t = useTranslations()
  const { role, refName } = input
  if (role === 'image') return null
  const type = REFERENCE_TYPES.find((known) => known === input.type)
  return (
    <p className="mt-1 text-meta text-soft">
      {role === 'reference'
        ? [refName && `@${refName}`, type && t(`form.types.${type}`)].filter(Boolean).join(' · ')
        : t(`form.${role}`)}
    </p>
  )
}

const REFERENCE_TYPES = ['subject', 'background'] as const
