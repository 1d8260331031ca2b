import '@/lib/client/zod-setup'
import { zodResolver } from '@hookform/resolvers/zod'
import * as z from 'zod/mini'
import type { RuleSet } from '@/lib/shared/models/catalogue'
import { taskSchema } from '@/lib/shared/task-schema'
import { toBody, type FormValues } from './form-values'

/** The route's own schema, fed from the form. What it makes of the values is the server's business: they stay as they are. */
export function formRules(rules: RuleSet) {
  const schema = z.pipe(
    z.pipe(
      z.custom<FormValues>(),
      z.transform((values: FormValues): unknown => toBody(values)),
    ),
    taskSchema(rules),
  )
  return zodResolver(schema, undefined, { raw: true })
}
