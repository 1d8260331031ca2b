import type { Resolver } from 'react-hook-form'
import type { RuleSet } from '@/lib/shared/models/catalogue'
import type { FormValues } from './form-values'

const loadRules = () => import('./form-rules').catch(() => null)

/** Before they are needed: as somebody begins to fill in the form. */
export function fetchRules(): void {
  void loadRules()
}

/**
 * Checks the form by rules that do not come with the page: they bring zod, and nothing is checked before something was chosen or
 * sent. Where they cannot be had the server alone checks; its rules are the same, and so are its words.
 */
export function lateRules(rules: RuleSet): Resolver<FormValues> {
  return async (values, context, options) => {
    const loaded = await loadRules()
    return loaded ? loaded.formRules(rules)(values, context, options) : { values, errors: {} }
  }
}
