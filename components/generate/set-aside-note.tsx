import { useTranslations } from 'next-intl'
import type { RuleSet } from '@/lib/shared/models/catalogue'
import type { SetAside } from '@/lib/shared/models/effective'
import { problemSentence, type Translate } from './field-sentence'
import { useSettings } from './use-settings'
import { valueWords } from './value-words'

/** What is wanted and does not apply here, by name: nothing disappears without a word, and nothing is lost. */
export function SetAsideNote({ rules }: { rules: RuleSet }) {
  const t = useTranslations()
  const { verdict } = useSettings(rules)
  const { setAside, modeAside, mode } = verdict
  const words = setAside.map((each) => asideWords(t, each))
  if (modeAside) {
    const [wanted, now] = [t(`form.modes.${modeAside}`), t(`form.modes.${mode}`)]
    words.unshift(t('form.instead', { wanted, now }))
  }
  const reasons = setAside
    .filter(({ reason }) => !PLACE_CODES.includes(reason.code))
    .map(({ reason }) => problemSentence(t, reason.path, reason))
  return (
    <p role="status" className="-mt-3 text-meta text-soft empty:hidden">
      {words.length > 0 &&
        [...new Set(reasons), t('form.aside', { list: words.join(t('form.comma')) })].join(' ')}
    </p>
  )
}

/** These say no more than that it is set aside. */
const PLACE_CODES = ['field_not_in_model', 'field_not_in_mode', 'value_not_offered']

function asideWords(t: Translate, { field, wanted, now }: SetAside): string {
  const words = valueWords(t, field, wanted)
  return now === null ? words : t('form.instead', { wanted: words, now: valueWords(t, field, now) })
}
