import * as z from 'zod'
import { filledPictureFields, type HeadtailKeys } from './picture-field-rules'

/** What a task needs of an allowed body, with the page's missing defaults filled in. */
export const submissionSchema = z.object({
  field: z.enum(['image', 'headtailImages', 'characterImages']),
  model: z.string(),
  prompt: z.string(),
  seconds: z.number(),
  /** Pixels of the clip's short side. */
  shortSide: z.number(),
  cameraMovement: z.string().nullable(),
  // Tasks that were kept before these were understood lack them.
  /** In the order of the pictures; none in the other modes. */
  references: z.array(z.object({ type: z.string(), refName: z.string() })).default([]),
  isMultiClip: z.boolean().default(false),
  /** What the sound is to be after; null: no sound was asked for. */
  soundWords: z.string().nullable().default(null),
})
export type Submission = z.infer<typeof submissionSchema>

const allowedBodySchema = z.looseObject({
  model: z.string(),
  prompt: z.string(),
  // The page names no defaults; these are the ones a caller can expect of the family.
  duration: z.number().default(5),
  resolution: z.string().default('540p'),
  cameraMovement: z.string().optional(),
  soundEffectSwitch: z.boolean().default(false),
  soundEffectContent: z.string().default(''),
  generateAudioSwitch: z.boolean().default(false),
  generateMultiClipSwitch: z.boolean().default(false),
})
const imageSchema = z.object({ imageUrl: z.string() })
const referenceSchema = z.object({ imageUrl: z.string(), type: z.string(), refName: z.string() })

/**
 * Reads a body about which `pageComplaints` had nothing to say; throws on any other.
 * `addresses` are the picture addresses, first frame first.
 */
export function readSubmission(
  body: unknown,
  headtailKeys: HeadtailKeys,
): { submission: Submission; addresses: string[] } {
  const allowed = allowedBodySchema.parse(body)
  const [field] = filledPictureFields(new Map(Object.entries(allowed)))
  if (!field) throw new Error('an allowed body has one filled picture field')
  const submission = {
    field,
    model: allowed.model,
    prompt: allowed.prompt,
    seconds: allowed.duration,
    shortSide: Number.parseInt(allowed.resolution, 10),
    cameraMovement: allowed.cameraMovement ?? null,
    references: [],
    isMultiClip: allowed.generateMultiClipSwitch,
    soundWords: soundWords(allowed),
  }
  if (field === 'headtailImages') {
    return { submission, addresses: headtailKeys.map((key) => stringAt(allowed[field], key)) }
  }
  if (field === 'image') {
    return { submission, addresses: [imageSchema.parse(allowed.image).imageUrl] }
  }
  const images = z.array(referenceSchema).parse(allowed[field])
  const references = images.map(({ type, refName }) => ({ type, refName }))
  const addresses = images.map((image) => image.imageUrl)
  return { submission: { ...submission, references }, addresses }
}

function soundWords(allowed: z.infer<typeof allowedBodySchema>): string | null {
  const { prompt, soundEffectSwitch, soundEffectContent, generateAudioSwitch } = allowed
  if (soundEffectSwitch) return `${soundEffectContent}\n${prompt}`
  return generateAudioSwitch ? prompt : null
}

function stringAt(value: unknown, dottedPath: string): string {
  let found = value
  for (const key of dottedPath.split('.'))
    found = z.record(z.string(), z.unknown()).parse(found)[key]
  return z.string().parse(found)
}
