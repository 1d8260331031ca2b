import type { ReactNode } from 'react'
import type { RuleSet } from '@/lib/shared/models/catalogue'
import { LatePart } from './late-part'
import type { StudioFacts } from './studio-facts'
import { useSettings } from './use-settings'

const loadFrames = () => import('./frames-field').then((loaded) => loaded.FramesField)
const loadReferences = () => import('./references-field').then((loaded) => loaded.ReferencesField)

/** The pictures of the mode: one, which comes with the page, or several, which come when they are used. */
export function PicturesField(props: { studio: StudioFacts; rules: RuleSet; single: ReactNode }) {
  const { studio, single } = props
  const { verdict } = useSettings(props.rules)
  if (verdict.mode === 'image') return single
  return (
    <LatePart
      // Another mode is another part, not the same one with another content.
      key={verdict.mode}
      load={verdict.mode === 'frames' ? loadFrames : loadReferences}
      with={{ studio }}
      className="min-h-52"
    />
  )
}
