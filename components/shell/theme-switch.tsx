'use client'

import { useState } from 'react'
import Monitor from 'lucide-react/icons/monitor'
import Moon from 'lucide-react/icons/moon'
import Sun from 'lucide-react/icons/sun'
import { useTranslations } from 'next-intl'
import { chooseTheme, THEMES, type Theme } from '@/lib/client/preferences'
import { IconButton } from '../ui/icon-button'

const ICONS = { system: Monitor, light: Sun, dark: Moon }

/** Goes round: the system's, light, dark. */
export function ThemeSwitch({ initial }: { initial: Theme }) {
  const t = useTranslations('shell')
  const [theme, setTheme] = useState(initial)
  const Icon = ICONS[theme]
  const handleClick = () => {
    const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system'
    chooseTheme(next)
    setTheme(next)
  }
  return (
    <IconButton label={t('theme', { theme })} onClick={handleClick}>
      <Icon aria-hidden className="size-4.5" />
    </IconButton>
  )
}
