import '@/lib/client/zod-setup'
import { zodResolver } from '@hookform/resolvers/zod'
import * as z from 'zod/mini'
import type { RuleSet } from '@/lib/shared/models/catalogue'
import { taskSchema } from '@/lib/shared/task-schema'
import { formPath, toBody } from './form-body'
import type { FormValues } from './form-values'

/** The route's own schema, fed from the form. What it makes of the values is the server's business: they stay as they are. */
export function formRules(rules: RuleSet) {
  const task = taskSchema(rules)
  const schema = z.pipe(
    z.custom<FormValues>(),
    z.transform((values: FormValues, context): FormValues => {
      const read = task.safeParse(toBody(values, rules))
      for (const { path, message } of read.error?.issues ?? []) {
        const formField = formPath(path.join('.')).split('.')
        context.issues.push({ code: 'custom', input: values, path: formField, message })
      }
      return values
    }),
  )
  return zodResolver(schema, undefined, { raw: true })
}
