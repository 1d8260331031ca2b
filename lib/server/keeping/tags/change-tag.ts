import { AppError } from '@/lib/shared/errors'
import { TAG_MAX_CHARACTERS } from '@/lib/shared/gallery/keeping-limits'
import { galleryParams, readGalleryQuery } from '@/lib/shared/gallery/gallery-query'
import { readTagName } from '@/lib/shared/gallery/tag-name'
import {
  deleteTag as deleteRow,
  listTags,
  renameTag as renameRow,
  type Rewrite,
  type TagRow,
} from './store/tags'

export { listTags }

/** Another name; that of another tag makes one of the two. Throws AppError: not_found, invalid. */
export async function renameTag(options: { id: string; name: string }): Promise<TagRow> {
  const tag = readTagName(options.name)
  if (!tag) {
    const isEmpty = options.name.trim() === ''
    const problem = isEmpty
      ? ({ path: 'name', code: 'required' } as const)
      : ({ path: 'name', code: 'too_long', values: { max: TAG_MAX_CHARACTERS } } as const)
    throw new AppError('invalid', 'no such name', { fields: [problem] })
  }
  const renamed = await renameRow({ id: options.id, tag, rewrite: replaceTag })
  if (!renamed) throw new AppError('not_found')
  return renamed
}

/** Takes it off every clip; the clips stay. Throws AppError not_found. */
export async function deleteTag(id: string): Promise<void> {
  if (!(await deleteRow(id))) throw new AppError('not_found')
}

function replaceTag(from: string, to: string): Rewrite {
  return (address) => {
    const { query } = readGalleryQuery(new URLSearchParams(address))
    if (!query.tags.includes(from)) return null
    const tags = new Set(query.tags.map((id) => (id === from ? to : id)))
    return galleryParams({ ...query, tags: [...tags] }).toString()
  }
}
