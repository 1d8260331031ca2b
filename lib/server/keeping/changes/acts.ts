import type { ChangeAction } from '@/lib/shared/gallery/change'
import { readTagName } from '@/lib/shared/gallery/tag-name'
import {
  cancelWaiting,
  moveToTrash,
  purge,
  putColumnBack,
  setColumn,
  setFavorite,
  setNotes,
  setRating,
  setTitle,
  takeOutAgain,
  takeOutOfTrash,
  throwBack,
  type Before,
  type Part,
  type PutBack,
} from '../../tasks/changing/change-rows'
import { prepareRetries } from '../../tasks/changing/prepare-retries'
import {
  putIn,
  putInAgain,
  takeOut,
  takeOutAgain as takeOutOfCollection,
} from '../collections/store/items'
import { editTags, putTagsBack } from '../tags/store/task-tags'

/** Does it to some tasks, within a transaction. */
export type Act = (part: Part) => Promise<Before>

/** What an action does to these; what it needs to know is read before the transaction. Throws AppError: picture_unreachable, disk_full. */
export async function prepareAct(action: ChangeAction, ids: readonly string[]): Promise<Act> {
  return action.kind === 'retry' ? prepareRetries(ids) : actOf(action)
}

function actOf(action: Exclude<ChangeAction, { kind: 'retry' }>): Act {
  switch (action.kind) {
    case 'rate':
      return (part) => setColumn(part, setRating(action.rating))
    case 'favorite':
      return (part) => setColumn(part, setFavorite(action.isFavorite, part.now))
    case 'title':
      return (part) => setColumn(part, setTitle(action.title))
    case 'notes':
      return (part) => setColumn(part, setNotes(action.notes))
    case 'tag':
      return (part) =>
        editTags(part, { add: tagNames(action.add), remove: tagNames(action.remove) })
    case 'collect':
      return (part) => putIn(part, action.collectionId)
    case 'uncollect':
      return (part) => takeOut(part, action.collectionId)
    case 'delete':
      return moveToTrash
    case 'restore':
      return takeOutOfTrash
    case 'purge':
      return purge
    case 'cancel':
      return cancelWaiting
  }
}

/** Takes it back; null for what no way leads back from. Of a retry, what waits is canceled. */
export function undoOf(action: ChangeAction): PutBack | null {
  switch (action.kind) {
    case 'rate':
      return putColumnBack(setRating(action.rating))
    case 'favorite':
      return (part) => putColumnBack(setFavorite(action.isFavorite, part.now))(part)
    case 'title':
      return putColumnBack(setTitle(action.title))
    case 'notes':
      return putColumnBack(setNotes(action.notes))
    case 'tag':
      return putTagsBack
    case 'collect':
      return takeOutOfCollection(action.collectionId)
    case 'uncollect':
      return putInAgain(action.collectionId)
    case 'delete':
      return takeOutAgain
    case 'restore':
      return throwBack
    case 'retry':
      return cancelMade
    case 'purge':
    case 'cancel':
      return null
  }
}

/** Of the tasks that a retry made. */
const cancelMade: PutBack = async ({ before, ...part }) => {
  const made = new Map([...before].map(([id, { made: to }]) => [String(to), id]))
  const canceled = await cancelWaiting({ ...part, ids: [...made.keys()] })
  return [...canceled.keys()].flatMap((to) => made.get(to) ?? [])
}

function tagNames(names: readonly string[]) {
  return names.flatMap((name) => readTagName(name) ?? [])
}
