import { useTranslations } from 'next-intl'
import { useInfiniteQuery } from '@tanstack/react-query'
import { taskQueries } from '@/lib/client/task-queries'

/** Pictures that come with the studio (public/examples). */
const EXAMPLES = [
  { name: 'coffee', path: '/examples/coffee.webp', width: 600, height: 400 },
  { name: 'rocket', path: '/examples/rocket.webp', width: 640, height: 427 },
] as const

type OnExample = (path: string, prompt: string) => void

/** Large, where the clips will be: a first visit starts with one click. */
export function LargeExamples({ onExample }: { onExample: OnExample }) {
  return (
    <div className="grid w-full max-w-4xl min-[120rem]:max-w-6xl grid-cols-2 gap-1">
      <ExampleButtons onExample={onExample} />
    </div>
  )
}

/** Small, under the empty picture, where the clips' place is out of sight; only as long as there are none. */
export function SmallExamples({ onExample }: { onExample: OnExample }) {
  const t = useTranslations('examples')
  const { data } = useInfiniteQuery(taskQueries.list())
  if (!data || data.pages.some((page) => page.tasks.length > 0)) return null
  return (
    <div role="group" aria-label={t('label')} className="mt-2 flex items-center gap-2 xl:hidden">
      <span className="text-meta text-soft">{t('try')}</span>
      <div className="ml-auto grid w-44 grid-cols-2 gap-1">
        <ExampleButtons onExample={onExample} />
      </div>
    </div>
  )
}

function ExampleButtons({ onExample }: { onExample: OnExample }) {
  const t = useTranslations('examples')
  return EXAMPLES.map(({ name, path, width, height }) => (
    <button
      key={name}
      type="button"
      aria-label={t('use', { name: t(`${name}.name`) })}
      onClick={() => onExample(path, t(`${name}.prompt`))}
      className="overflow-hidden rounded-inner bg-raised transition-opacity hover:opacity-85"
    >
      <img
        src={path}
        alt=""
        width={width}
        height={height}
        loading="lazy"
        className="aspect-3/2 size-full object-cover"
      />
    </button>
  ))
}
