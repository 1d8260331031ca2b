'use client'

import { useState } from 'react'
import { FormProvider } from 'react-hook-form'
import { GenerateForm } from './generate-form'
import type { Origin } from './origin'
import { ResultsPane } from './results-pane'
import type { StudioFacts } from './studio-facts'
import { useCreateForm } from './use-create-form'
import { usePicture } from './use-picture'

/** Form and results side by side. `origin` is what the form starts with a part of. */
export function CreatePage(props: { studio: StudioFacts; origin: Origin | null }) {
  const { studio, origin } = props
  const { form, drafts } = useCreateForm(studio.rules, origin)
  const [more, setMore] = useState<readonly File[]>([])
  const picture = usePicture({
    onMany: setMore,
    uploadMaxBytes: studio.uploadMaxBytes,
    onPicture: (image) => form.setValue('image', image, { shouldValidate: true }),
  })
  const handleExample = (path: string, prompt: string) => {
    void picture.take({ kind: 'example', path })
    if (form.getValues('prompt').trim() === '') form.setValue('prompt', prompt)
  }
  return (
    <FormProvider {...form}>
      <div
        data-panes="xl"
        className="flex flex-1 flex-col pb-32 xl:grid xl:min-h-0 xl:grid-cols-[var(--container-form)_minmax(0,1fr)] xl:pb-0"
      >
        <GenerateForm
          form={form}
          drafts={drafts}
          picture={picture}
          more={{ files: more, onTaken: () => setMore([]) }}
          studio={studio}
          onExample={handleExample}
        />
        <ResultsPane studio={studio} onExample={handleExample} />
      </div>
    </FormProvider>
  )
}
