import { fieldValues } from '@/lib/shared/models/catalogue'
import { isFieldTaken, type Place } from '@/lib/shared/models/effective'

/** In the order in which they stand in the fold. */
const FOLDED = [
  'motionMode',
  'style',
  'cameraMovement',
  'soundEffectSwitch',
  'generateAudioSwitch',
  'generateMultiClipSwitch',
  'thinkingType',
  'seed',
  'negativePrompt',
] as const
export type FoldedField = (typeof FOLDED)[number]

/** What applies here and leaves something to choose. */
export function shownFields(place: Place): FoldedField[] {
  return FOLDED.filter((field) => {
    if (!isFieldTaken(field, place)) return false
    // Motion is always one of its values; of any other the absence is a choice, too.
    return field !== 'motionMode' || (fieldValues(place.model, field, place.rules) ?? []).length > 1
  })
}
