import { z } from 'zod'
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
})
export type Submission = z.infer<typeof submissionSchema>

const allowedBodySchema = z.looseObject({
  model: z.string(),
  prompt: z.string(),
  // The page names no defaults; these are the ones a caller can expect of the family.
  duration: z.number().default(5),
  resolution: z.string().default('540p'),
  cameraMovement: z.string().optional(),
})
const imageSchema = z.object({ imageUrl: z.string() })

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
  }
  if (field === 'headtailImages') {
    return { submission, addresses: headtailKeys.map((key) => stringAt(allowed[field], key)) }
  }
  const images = field === 'image' ? [allowed.image] : z.array(z.unknown()).parse(allowed[field])
  return { submission, addresses: images.map((image) => imageSchema.parse(image).imageUrl) }
}

function stringAt(value: unknown, dottedPath: string): string {
  let found = value
  for (const key of dottedPath.split('.'))
    found = z.record(z.string(), z.unknown()).parse(found)[key]
  return z.string().parse(found)
}
