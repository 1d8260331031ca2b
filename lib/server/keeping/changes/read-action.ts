import * as z from 'zod'
import { changeActionSchema, type ChangeAction } from '@/lib/shared/gallery/change'

/** An action as it is stored. */
export function readAction(stored: string): ChangeAction {
  return z.parse(changeActionSchema, JSON.parse(stored))
}
