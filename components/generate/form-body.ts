import type { RuleSet } from '@/lib/shared/models/catalogue'
import type { TaskBody } from '@/lib/shared/task-schema'
import type { FormValues } from './form-values'
import { resolveLabels } from './prompt/resolve-labels'
import { settingsVerdict } from './settings-verdict'
import { parentToSend } from './standing-parent'

/** The body of `POST /api/tasks`: what applies of the form's values, and nothing that was set aside. */
export function toBody(values: FormValues, rules: RuleSet): TaskBody {
  const { mode, params } = settingsVerdict(values, rules)
  const settings = Object.entries(params).filter(([, value]) => value !== undefined)
  return {
    model: values.model,
    prompt: mode === 'reference' ? resolveLabels(values.prompt, values.references) : values.prompt,
    ...picturesOf(values)[mode](),
    ...Object.fromEntries(settings),
    ...parentToSend(values),
  }
}

function picturesOf({ image, head, tail, references }: FormValues) {
  return {
    image: () => (image ? { image: { imageId: image.id } } : {}),
    // One that is missing has no id, which the schema complains of in its place.
    frames: () => ({
      headtailImages: { head: { imageId: head?.id ?? '' }, tail: { imageId: tail?.id ?? '' } },
    }),
    reference: () => ({
      characterImages: references.map(({ picture, type, refName }) => ({
        imageId: picture.id,
        type,
        refName,
      })),
    }),
  }
}

/** Where a problem with the body stands in the form: `headtailImages.tail.imageId` → `tail`, `characterImages.1.refName` → `references.1.refName`. */
export function formPath(path: string): string {
  const [first = '', second = '', ...rest] = path.split('.')
  if (first === 'headtailImages') return second === 'tail' ? 'tail' : 'head'
  if (first !== 'characterImages') return first
  if (second === '') return 'references'
  return ['references', second, ...rest].join('.').replace(/\.imageId$/, '.picture')
}
