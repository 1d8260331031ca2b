import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { galleryQueries } from '@/lib/client/gallery/gallery-queries'
import { useSelection } from '@/lib/client/gallery/selection'
import { keepingQueries } from '@/lib/client/keeping/keeping-queries'
import { readTagName } from '@/lib/shared/gallery/tag-name'
import { DialogFrame } from '../../ui/dialog-frame'
import { TagInput } from '../../keeping/tag-input'
import { TagManager } from '../../keeping/tag-manager'
import { Button } from '../../ui/button'
import { Checkbox } from '../../ui/checkbox'
import { TextButton } from '../../ui/text-button'
import { useDoChange } from './use-do-change'
import { useSelectedTasks } from './use-selected-tasks'

type Mark = 'all' | 'some' | 'none'

/** Tags of what is selected: a box that is neither on nor off stands for some of the clips, and leaves them as they are. */
export function TagDialog({ search, onClose }: { search: string; onClose: () => void }) {
  const t = useTranslations('selecting')
  const [isManaging, setManaging] = useState(false)
  const [wanted, setWanted] = useState<ReadonlyMap<string, boolean>>(new Map())
  const { act, isPending } = useDoChange()
  const rows = useTagRows(search, wanted)
  const names = (isOn: boolean) => [...wanted].flatMap(([name, on]) => (on === isOn ? [name] : []))
  const want = (name: string, isOn: boolean) => setWanted((now) => new Map(now).set(name, isOn))
  const apply = async () => {
    if (wanted.size === 0) return onClose()
    if (await act({ kind: 'tag', add: names(true), remove: names(false) })) onClose()
  }
  return (
    <DialogFrame
      title={isManaging ? t('manageTags') : t('tagTitle')}
      closeLabel={t('close')}
      onClose={onClose}
      foot={
        <>
          <TextButton className="mr-auto" onClick={() => setManaging(!isManaging)}>
            {isManaging ? t('back') : t('manageTags')}
          </TextButton>
          {!isManaging && (
            <Button look="primary" disabled={isPending} onClick={() => void apply()}>
              {isPending ? t('working') : t('apply')}
            </Button>
          )}
        </>
      }
    >
      {isManaging ? (
        <TagManager />
      ) : (
        <>
          <TagInput
            hasFirstFocus
            known={names(true)}
            onAdd={(added) => added.forEach((name) => want(name, true))}
          />
          <ul role="list" className="flex flex-col gap-1">
            {rows.map(({ name, mark }) => (
              <li key={name}>
                <Checkbox
                  checked={mark === 'all'}
                  isMixed={mark === 'some'}
                  onChange={(event) => want(name, event.target.checked)}
                >
                  {name}
                </Checkbox>
              </li>
            ))}
          </ul>
          {rows.length === 0 && <p className="text-meta text-soft">{t('noTags')}</p>}
        </>
      )}
    </DialogFrame>
  )
}

/** Every tag there is, those of what is selected first; with what is wanted of it, else how it stands. */
function useTagRows(search: string, wanted: ReadonlyMap<string, boolean>) {
  const tags = useQuery(keepingQueries.tags())
  const standing = useStanding(search)
  const known = new Map((tags.data ?? []).map(({ name }) => [keyOf(name), name]))
  for (const name of wanted.keys()) if (!known.has(keyOf(name))) known.set(keyOf(name), name)
  const asked = new Map([...wanted].map(([name, isOn]) => [keyOf(name), isOn]))
  const rows = [...known].map(([key, name]) => {
    const isOn = asked.get(key)
    const before = standing(key)
    const mark: Mark = isOn === undefined ? before : isOn ? 'all' : 'none'
    return { name, mark, isFirst: before !== 'none' || isOn !== undefined }
  })
  return [...rows.filter(({ isFirst }) => isFirst), ...rows.filter(({ isFirst }) => !isFirst)]
}

/** How many of what is selected have a tag. Of all that match the counts of the filters say it. */
function useStanding(search: string): (key: string) => Mark {
  const { selected, count } = useSelection()
  const { tasks } = useSelectedTasks()
  const isAll = selected.kind === 'all'
  const counts = useQuery({ ...galleryQueries.counts(search), enabled: isAll })
  const having = new Map<string, number>()
  if (isAll) {
    for (const tag of counts.data?.facets.tag ?? []) having.set(keyOf(tag.label ?? ''), tag.count)
  } else {
    for (const { tags } of tasks) {
      for (const { name } of tags) having.set(keyOf(name), (having.get(keyOf(name)) ?? 0) + 1)
    }
  }
  return (key) => {
    const some = having.get(key) ?? 0
    return some === 0 ? 'none' : some >= count ? 'all' : 'some'
  }
}

function keyOf(name: string): string {
  return readTagName(name)?.key ?? name
}
