import { Fragment } from 'react'
import { useTranslations } from 'next-intl'
import { useIsApple } from '@/lib/client/browser-facts'
import {
  areaOf,
  SHORTCUT_AREAS,
  SHORTCUT_IDS,
  shortcut,
  type ShortcutArea,
  type ShortcutId,
} from '@/lib/client/shortcuts/shortcut-list'
import { keySigns } from '@/lib/client/shortcuts/key-signs'

/** Every key of the list, by where it means that. */
export function KeysList() {
  return (
    <div className="flex flex-col gap-8">
      {SHORTCUT_AREAS.map((area) => (
        <AreaKeys key={area} area={area} />
      ))}
    </div>
  )
}

function AreaKeys({ area }: { area: ShortcutArea }) {
  const t = useTranslations('shortcuts')
  return (
    <section aria-labelledby={`keys-${area}`}>
      <h2 id={`keys-${area}`} className="mb-2 text-meta font-semibold text-soft">
        {t(`areas.${area}`)}
      </h2>
      <dl>
        {SHORTCUT_IDS.filter((id) => areaOf(id) === area).map((id) => (
          <div
            key={id}
            className="flex min-h-10 flex-wrap items-center justify-between gap-x-6 gap-y-1 border-t border-line py-1.5"
          >
            <dt>{t(`does.${id}`)}</dt>
            <dd className="flex flex-wrap items-center gap-1.5 text-meta text-soft">
              <KeySigns id={id} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function KeySigns({ id }: { id: ShortcutId }) {
  const t = useTranslations('shortcuts')
  const isApple = useIsApple()
  return shortcut(id).keys.map((keys, index) => (
    <Fragment key={keys}>
      {index > 0 && <span className="sr-only">{t('or')}</span>}
      <span className="flex gap-0.5">
        {keySigns(keys, isApple).map((sign) => (
          <kbd
            key={sign}
            className="inline-flex h-6 min-w-6 items-center justify-center rounded-inner border border-line-strong bg-raised px-1.5 text-text"
          >
            {isNamed(sign) ? t(`names.${sign}`) : sign}
          </kbd>
        ))}
      </span>
    </Fragment>
  ))
}

const NAMED = ['Space', 'Home', 'End', 'Delete', 'Backspace'] as const

function isNamed(sign: string): sign is (typeof NAMED)[number] {
  return NAMED.some((name) => name === sign)
}
