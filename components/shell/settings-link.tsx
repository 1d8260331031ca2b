'use client'

import Settings from 'lucide-react/icons/settings'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { ICON_BUTTON } from '../ui/icon-button'

export const SETTINGS_PATH = '/settings'

export function SettingsLink({ label }: { label: string }) {
  const isHere = usePathname() === SETTINGS_PATH
  return (
    <Link
      href={SETTINGS_PATH}
      aria-label={label}
      title={label}
      aria-current={isHere ? 'page' : undefined}
      className={`${ICON_BUTTON} aria-[current=page]:text-text`}
    >
      <Settings aria-hidden className="size-4.5" />
    </Link>
  )
}
