import { useState } from 'react'
import { useTranslations } from 'next-intl'
import type { RuleSet } from '@/lib/shared/models/catalogue'
import { Disclosure } from '../ui/disclosure'
import { shownFields, type FoldedField } from './folded-fields'
import { LatePart } from './late-part'
import { useSettings } from './use-settings'
import { valueWords } from './value-words'

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
