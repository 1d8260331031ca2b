import { useFormatter, useTranslations } from 'next-intl'
import { SPEEDS } from './player-actions'

export function SpeedSelect(props: { speed: number; onSpeed: (speed: number) => void }) {
  const t = useTranslations('viewer')
  const format = useFormatter()
  return (
    <select
      aria-label={t('speed')}
      title={t('speed')}
      value={props.speed}
      onChange={(event) => props.onSpeed(Number(event.target.value))}
      className="h-8 appearance-none rounded-inner bg-transparent px-1.5 text-center text-on-night-soft tabular-nums hover:bg-on-night-hover hover:text-on-night pointer-coarse:h-11 pointer-coarse:min-w-11"
    >
      {SPEEDS.map((speed) => (
        <option key={speed} value={speed} className="bg-night text-on-night">
          {t('times', { speed: format.number(speed) })}
        </option>
      ))}
    </select>
  )
}
