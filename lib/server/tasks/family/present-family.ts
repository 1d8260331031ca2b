import type { FamilyMember, FamilyOnWire } from '@/lib/shared/family-wire'
import { presentTask } from '../present-task'
import type { TaskRow } from '../store/task-row'
import type { Locale } from '@/lib/shared/locale'
import type { Family } from './get-family'

export function presentFamily(family: Family, locale: Locale): FamilyOnWire {
  const present = (row: TaskRow) => presentMember(row, locale)
  return {
    ancestors: family.ancestors.map(present),
    siblings: family.siblings.map(present),
    children: family.children.map(present),
  }
}

/** What a link with a still needs. */
function presentMember(row: TaskRow, locale: Locale): FamilyMember {
  const { id, status, title, prompt, parent, videos, inputs, deletedAt } = presentTask(row, locale)
  const [video] = videos
  const [input] = inputs
  return {
    id,
    status,
    title,
    prompt,
    way: parent?.way ?? null,
    pictureUrl: video?.posterUrl ?? input?.thumbUrl ?? input?.url ?? null,
    blur: video?.blur ?? input?.blur ?? null,
    deletedAt,
  }
}
