import { useInfiniteQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { taskQueries } from '@/lib/client/task-queries'
import { isActive } from '@/lib/shared/task-states'
import type { TaskOnWire } from '@/lib/shared/wire'
import { ClipRows } from '../gallery/clip-rows'
import { SkeletonRows } from '../gallery/gallery-loading'
import { useErrorSentence } from '../shell/error-sentence'
import { Button } from '../ui/button'
import { TEXT_BUTTON } from '../ui/text-button'
import { BatchPlace } from './batch/batch-place'
import { FirstClip } from './first-clip'
import { FirstVisit } from './first-visit'
import type { StudioFacts } from './studio-facts'

/** Clips below the ones in the making; the rest is in the gallery. */
const RECENT = 18
/** Up to so many in the making are shown large; more are rows like any others. */
const FEW = 4

function sizeFor(count: number): 'usual' | 'large' | 'largest' {
  if (count === 1) return 'largest'
  return count <= FEW ? 'large' : 'usual'
}

/** In the making or there: one that failed is a card with its reason, like any other. */
function isFirstClip(task: TaskOnWire): boolean {
  return isActive(task.status) || task.status === 'succeeded'
}

/** What is being made now, large, and below it what came before. */
export function ResultsPane(props: {
  studio: StudioFacts
  onExample: (path: string, prompt: string) => void
}) {
  const t = useTranslations('create')
  const list = useInfiniteQuery(taskQueries.list())
  const tasks = list.data?.pages.flatMap((page) => page.tasks)
  const now = tasks?.filter((task) => isActive(task.status)) ?? []
  const recent = tasks?.filter((task) => !isActive(task.status)).slice(0, RECENT) ?? []
  const first = tasks?.length === 1 ? tasks.find(isFirstClip) : undefined
  return (
    <section
      id="results"
      aria-label={t('results')}
      className="flex scroll-mt-16 flex-col p-4 sm:px-6 xl:min-h-0 xl:overflow-y-auto"
    >
      {list.isPending && <SkeletonRows />}
      {list.isError && !tasks && <Failed error={list.error} onRetry={() => void list.refetch()} />}
      {tasks?.length === 0 && <FirstVisit onExample={props.onExample} />}
      {first && <FirstClip task={first} isSimulator={props.studio.isSimulator} />}
      <BatchPlace now={now} />
      {!first && now.length > 0 && (
        <div className="mb-8">
          <h2 className="mb-3 text-meta font-semibold text-soft">{t('now')}</h2>
          <ClipRows tasks={now} label={t('now')} size={sizeFor(now.length)} />
        </div>
      )}
      {!first && recent.length > 0 && (
        <div>
          <div className="mb-3 flex items-baseline justify-between text-meta">
            <h2 className="font-semibold text-soft">{t('recent')}</h2>
            <Link href="/gallery" className={TEXT_BUTTON}>
              {t('all')}
            </Link>
          </div>
          <ClipRows tasks={recent} label={t('recent')} />
        </div>
      )}
    </section>
  )
}

function Failed({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const t = useTranslations()
  const sentence = useErrorSentence()
  return (
    <div
      role="alert"
      className="m-auto flex max-w-md flex-col items-center gap-3 py-16 text-center"
    >
      <p>
        {t('gallery.failed')} <span className="text-soft">{sentence(error)}</span>
      </p>
      <Button onClick={onRetry}>{t('trouble.retry')}</Button>
    </div>
  )
}
