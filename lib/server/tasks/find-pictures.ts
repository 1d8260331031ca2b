import { AppError, type FieldProblem } from '@/lib/shared/errors'
import type { NewTask, TaskPicture } from '@/lib/shared/task-schema'
import type { Person } from '../accounts/person'
import { findImages, type ImageRow } from '../images/image-store'

/**
 * The stored pictures that these tasks name, asked for at once. Throws AppError `invalid` with the place of each that is not
 * there; `at` is what stands before a field of the task with this number.
 */
export async function findPictures(options: {
  person: Person
  tasks: readonly NewTask[]
  at?: (index: number) => string
}): Promise<ImageRow[]> {
  const { person, tasks, at = () => '' } = options
  const ids = new Set(tasks.flatMap((task) => task.pictures.map(({ imageId }) => imageId)))
  const images = await findImages({ owner: person.id, ids: [...ids] })
  const found = new Set(images.map((image) => image.id))
  const fields = tasks.flatMap((task, index) =>
    task.pictures.flatMap((picture, place): FieldProblem[] => {
      if (found.has(picture.imageId)) return []
      return [{ path: at(index) + fieldOf(picture, place), code: 'unknown_picture' }]
    }),
  )
  if (fields.length > 0) throw new AppError('invalid', 'a picture is not there', { fields })
  return images
}

function fieldOf({ role }: TaskPicture, place: number): string {
  if (role === 'reference') return `characterImages.${place}`
  return role === 'image' ? 'image' : `headtailImages.${role}`
}
