import { AppError } from '@/lib/shared/errors'
import type { Person } from '../accounts/person'
import { dropTemplate } from './prompt-store'

/** Throws AppError `not_found` also for somebody else's. */
export async function deleteTemplate(options: { person: Person; id: string }): Promise<void> {
  if (!(await dropTemplate(options.person.id, options.id))) throw new AppError('not_found')
}
