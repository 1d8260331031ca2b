import { useFormContext, useWatch } from 'react-hook-form'
import type { Mode } from '@/lib/shared/models/catalogue'
import type { FormValues } from './form-values'

/** The picture that the clip begins with, as far as there is one. */
export function usePictureUrl(mode: Mode): string | null {
  const { control } = useFormContext<FormValues>()
  return useWatch({
    control,
    compute: ({ image, head, references }: FormValues) => {
      const picture = { image, frames: head, reference: references[0]?.picture }[mode]
      return picture?.url ?? null
    },
  })
}
