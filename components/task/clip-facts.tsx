import type { ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import type { TaskOnWire } from '@/lib/shared/wire'
import { FactList } from '../ui/fact-list'
import { CopiedValue } from './copied-value'

const KILOBYTE = 1_000
const MEGABYTE = 1_000_000
/** Seconds by which a clip may differ without a word: encoders round to whole frames. */
const TOLERANCE_SECONDS = 0.5

/** What really came: size, length, weight. A length other than the one asked for is said. */
export function ClipFacts({ task }: { task: TaskOnWire }) {
  const t = useTranslations('task')
  const [video] = task.videos
  if (!video) return null
  const { width, height, durationMs, bytes, sha256 } = video
  const asked = task.params.duration
  const got = durationMs === null ? null : Math.round(durationMs / 100) / 10
  const facts: [string, ReactNode][] = []
  if (width !== null && height !== null) facts.push([t('size'), t('clipSize', { width, height })])
  if (got !== null) facts.push([t('duration'), t('clipSeconds', { seconds: got })])
  if (bytes !== null) {
    const weight =
      bytes < MEGABYTE
        ? t('clipKilobytes', { kilobytes: Math.ceil(bytes / KILOBYTE) })
        : t('clipMegabytes', { megabytes: bytes / MEGABYTE })
    facts.push([t('file'), weight])
  }
  if (sha256) {
    facts.push(['SHA-256', <CopiedValue key="sha256" name="SHA-256" value={sha256} />])
  }
  return (
    <>
      <FactList title={t('clip')} facts={facts} />
      {got !== null && Math.abs(got - asked) > TOLERANCE_SECONDS && (
        <p className="text-meta text-needs">{t('differs', { asked, got })}</p>
      )}
    </>
  )
}
