import { useMemo } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import type { Mode, RuleSet } from '@/lib/shared/models/catalogue'
import type { Remedy } from '@/lib/shared/models/exclusions'
import { withChoice, withPlace } from './form-changes'
import { FORM_FIELDS, settingsOf, type FormValues } from './form-values'
import { settingsVerdict } from './settings-verdict'

/** The settings with the catalogue's verdict on them, and the ways to change them. */
export function useSettings(rules: RuleSet) {
  const { control, getValues } = useFormContext<FormValues>()
  const settings = useWatch({ control, compute: settingsOf })
  const verdict = useMemo(() => settingsVerdict(settings, rules), [settings, rules])
  const change = useChange()
  return {
    settings,
    verdict,
    choose: (...choices: Remedy[]) => change(withChoice(settingsOf(getValues()), choices, rules)),
    move: (place: { mode?: Mode; model?: string }) => change(withPlace(getValues(), place, rules)),
  }
}

/** Sets fields of the form. What was complained of is looked at again as a whole: one field may put another right. */
export function useChange(): (changes: Partial<FormValues>) => void {
  const { setValue, trigger, formState } = useFormContext<FormValues>()
  const { isSubmitted } = formState
  return (changes) => {
    for (const name of FORM_FIELDS) {
      const value = changes[name]
      if (value !== undefined) setValue(name, value, { shouldDirty: true })
    }
    if (isSubmitted) void trigger()
  }
}
