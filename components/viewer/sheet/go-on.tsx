import Dices from 'lucide-react/icons/dices'
import FastForward from 'lucide-react/icons/fast-forward'
import Images from 'lucide-react/icons/images'
import Type from 'lucide-react/icons/type'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { goOnHref } from '@/lib/client/go-on-href'
import { PictureRefusal } from '@/lib/client/pictures/picture-refusal'
import { PICTURE } from '@/lib/shared/limits'
import type { TaskOnWire } from '@/lib/shared/wire'
import { ActionError } from '../../task/action-error'
import { Button, buttonClass } from '../../ui/button'
import { ErrorText } from '../../ui/error-text'
import { useMakeLonger } from './use-make-longer'

const WAYS = [
  { way: 'prompt', Icon: Type },
  { way: 'pictures', Icon: Images },
  { way: 'seed', Icon: Dices },
] as const

/** A new clip from a part of this one. Each fills the form, where it can still be changed; nothing is sent by it. */
export function GoOn({ task, isGone }: { task: TaskOnWire; isGone: boolean }) {
  const t = useTranslations('goOn')
  const { makeLonger, isBusy, error } = useMakeLonger(task)
  const small = task.videos.find(
    (one) => Math.min(one.width ?? Infinity, one.height ?? Infinity) < PICTURE.minSide,
  )
  return (
    <section className="border-t border-line pt-4">
      <h2 className="mb-2 text-meta font-semibold">{t('title')}</h2>
      <div className="flex flex-wrap gap-2">
        {task.status === 'succeeded' && task.videos.length > 0 && !isGone && (
          <Button disabled={isBusy || small !== undefined} onClick={makeLonger}>
            <FastForward aria-hidden className="size-4" />
            {isBusy ? t('taking') : t('longer')}
          </Button>
        )}
        {WAYS.map(({ way, Icon }) => (
          <Link key={way} href={goOnHref(task.id, way)} className={buttonClass()}>
            <Icon aria-hidden className="size-4" />
            {t(way)}
          </Link>
        ))}
        {small && !isGone && (
          <p className="w-full text-meta text-soft">
            {t('tooSmall', {
              width: small.width ?? 0,
              height: small.height ?? 0,
              least: PICTURE.minSide,
            })}
          </p>
        )}
        <LongerError error={error} />
      </div>
    </section>
  )
}

/** The frame could not be taken, is no picture that can be used, or could not be stored. */
function LongerError({ error }: { error: Error | null }) {
  const t = useTranslations()
  if (error?.name === 'LastFrameError') {
    return <ErrorText className="w-full">{t('goOn.noFrame')}</ErrorText>
  }
  if (error instanceof PictureRefusal) {
    return <ErrorText className="w-full">{t(`errors.${error.code}`, error.values)}</ErrorText>
  }
  return <ActionError error={error} />
}
