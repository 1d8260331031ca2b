import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { taskQueries } from '@/lib/client/task-queries'
import type { TaskOnWire } from '@/lib/shared/wire'
import { useSettingFacts } from '../../task/setting-facts'
import { changedFacts } from './changed-facts'
import { DiffWords } from './diff-words'
import { PictureDiff } from './picture-diff'

/** What is different from the clip that this one was made from, and only that. */
export function FamilyDiff({ task, parentId }: { task: TaskOnWire; parentId: string }) {
  const t = useTranslations('family')
  const { data: parent, isError } = useQuery(taskQueries.one(parentId))
  if (isError) return <p className="pb-3 text-meta text-soft">{t('parentGone')}</p>
  if (!parent) return <p className="pb-3 text-meta text-soft">{t('loading')}</p>
  return <Differences task={task} parent={parent} />
}

function Differences({ task, parent }: { task: TaskOnWire; parent: TaskOnWire }) {
  const t = useTranslations('family')
  const facts = changedFacts(useSettingFacts(parent), useSettingFacts(task))
  const hasOtherWords = parent.prompt !== task.prompt
  const [before, after] = [pictureIds(parent), pictureIds(task)]
  const hasOtherPictures = before !== after
  if (facts.length === 0 && !hasOtherWords && !hasOtherPictures) {
    return <p className="pb-3 text-meta text-soft">{t('noDifference')}</p>
  }
  return (
    <div className="flex flex-col gap-3 pb-3 text-meta">
      {hasOtherWords && <DiffWords before={parent.prompt} after={task.prompt} />}
      {facts.length > 0 && (
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
          {facts.map(({ name, before, after }) => (
            <div key={name} className="col-span-2 grid grid-cols-subgrid">
              <dt className="text-soft">{name}</dt>
              <dd className="text-right wrap-anywhere">
                <del className="text-soft">{before ?? t('unset')}</del>
                <span aria-hidden> → </span>
                <ins className="font-medium no-underline">{after ?? t('unset')}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {hasOtherPictures && <PictureDiff before={parent.inputs} after={task.inputs} />}
    </div>
  )
}

function pictureIds({ inputs }: TaskOnWire): string {
  return inputs.map(({ imageId, role, refName }) => [imageId, role, refName].join()).join()
}
