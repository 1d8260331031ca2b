import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { fieldValues, type RuleSet } from '@/lib/shared/models/catalogue'
import { isFieldTaken, type Place } from '@/lib/shared/models/effective'
import { Disclosure } from '../ui/disclosure'
import { LatePart } from './late-part'
import { useSettings } from './use-settings'
import { valueWords } from './value-words'

/** In the order in which they stand in the fold. */
const FOLDED = [
  'motionMode',
  'style',
  'cameraMovement',
  'soundEffectSwitch',
  'generateAudioSwitch',
  'generateMultiClipSwitch',
  'thinkingType',
  'seed',
  'negativePrompt',
] as const
export type FoldedField = (typeof FOLDED)[number]

const loadFields = () => import('./more-fields').then((loaded) => loaded.MoreFields)

/** The settings that are seldom needed, folded under one line that says their values: first what is set. */
export function MoreSettings({ rules }: { rules: RuleSet }) {
  const t = useTranslations()
  const { verdict } = useSettings(rules)
  const [wasOpened, setOpened] = useState(false)
  const shown = shownFields(verdict)
  const isSet = (field: FoldedField) => Boolean(verdict.params[field] ?? false)
  const summary = [...shown.filter(isSet), ...shown.filter((field) => !isSet(field))]
    .map((field) => valueWords(t, field, verdict.params[field] ?? null))
    .join(' · ')
  return (
    <Disclosure
      title={t('settings.more')}
      summary={summary}
      onToggle={(isOpen) => isOpen && setOpened(true)}
      onApproach={() => void loadFields().catch(() => null)}
    >
      {wasOpened && (
        <div className="pt-3 pb-1">
          <LatePart load={loadFields} with={{ rules, shown }} className="min-h-96" />
        </div>
      )}
    </Disclosure>
  )
}

/** What applies here and leaves something to choose. */
function shownFields(place: Place): FoldedField[] {
  return FOLDED.filter((field) => {
    if (!isFieldTaken(field, place)) return false
    // Motion is always one of its values; of any other the absence is a choice, too.
    return field !== 'motionMode' || (fieldValues(place.model, field, place.rules) ?? []).length > 1
  })
}
