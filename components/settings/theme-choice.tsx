'use client'

import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { chooseTheme, isTheme, THEMES, type Theme } from '@/lib/client/preferences'
import { ChoiceGroup } from '../ui/choice-group'

/** What the switch at the top does where there is room for it. */
export function ThemeChoice({ initial }: { initial: Theme }) {
  const t = useTranslations('studioSettings.appearance')
  const [theme, setTheme] = useState(initial)
  const handleChange = (value: string) => {
    if (!isTheme(value)) return
    chooseTheme(value)
    setTheme(value)
  }
  return (
    <ChoiceGroup
      name="theme"
      legend={t('theme')}
      look="chips"
      value={theme}
      onChange={handleChange}
      choices={THEMES.map((value) => ({ value, content: t(value) }))}
    />
  )
}
