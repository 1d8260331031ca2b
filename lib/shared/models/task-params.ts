import * as z from 'zod/mini'

/** The settings of a task, by the page's own names. Which of them a model takes is the catalogue's business, not this shape's. */
export const paramsShape = {
  duration: z.number(),
  resolution: z.string(),
  seed: z.number(),
  negativePrompt: z.string(),
  motionMode: z.string(),
  style: z.string(),
  cameraMovement: z.string(),
  soundEffectSwitch: z.boolean(),
  soundEffectContent: z.string(),
  generateAudioSwitch: z.boolean(),
  generateMultiClipSwitch: z.boolean(),
  thinkingType: z.string(),
}

export const taskParamsSchema = z.extend(z.partial(z.object(paramsShape)), {
  duration: paramsShape.duration,
  resolution: paramsShape.resolution,
})
/** Seconds and resolution are always there: the studio sends both (upstream-contract.md, "Submit"). */
export type TaskParams = z.infer<typeof taskParamsSchema>
