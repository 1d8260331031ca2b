import type { ComponentType } from 'react'
import type { RuleSet } from '@/lib/shared/models/catalogue'
import { CameraSetting, MotionField, StyleField, ThinkingField } from './choice-settings'
import type { FoldedField } from './folded-fields'
import { SeedField } from './seed-field'
import { AudioField, MultiClipField, SoundFields } from './sound-fields'
import { NegativeField } from './negative-field'

const DRAWN: Record<FoldedField, ComponentType<{ rules: RuleSet }>> = {
  motionMode: MotionField,
  style: StyleField,
  cameraMovement: CameraSetting,
  soundEffectSwitch: SoundFields,
  generateAudioSwitch: AudioField,
  generateMultiClipSwitch: MultiClipField,
  thinkingType: ThinkingField,
  seed: SeedField,
  negativePrompt: NegativeField,
}

/** What is inside the fold; it comes when that is opened. */
export function MoreFields({ shown, rules }: { shown: readonly FoldedField[]; rules: RuleSet }) {
  return (
    <div className="flex flex-col gap-4">
      {shown.map((field) => {
        const Drawn = DRAWN[field]
        return <Drawn key={field} rules={rules} />
      })}
    </div>
  )
}
