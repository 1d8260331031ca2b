import { useRef } from 'react'
import { useTranslations } from 'next-intl'
import type { DraftStore } from '@/lib/client/draft-store'
import { ChoiceField, ConflictNote } from './choice-field'
import type { StudioFacts } from './studio-facts'
import { GenerateFoot } from './generate-foot'
import { fetchRules } from './late-rules'
import { ModelField } from './model-field'
import { MoreSettings } from './more-settings'
import { PictureField } from './picture-field'
import { PromptField } from './prompt-field'
import type { CreateForm } from './use-create-form'
import { useGenerate } from './use-generate'
import type { PictureTaking } from './use-picture'

type GenerateFormProps = {
  form: CreateForm
  drafts: () => DraftStore
  picture: PictureTaking
  studio: StudioFacts
  onExample: (path: string, prompt: string) => void
}

export function GenerateForm({ form, drafts, picture, studio, onExample }: GenerateFormProps) {
  const t = useTranslations('create')
  const element = useRef<HTMLFormElement>(null)
  const generate = useGenerate({ form, drafts, element, isBlocked: picture.isUploading })
  return (
    <form
      ref={element}
      noValidate
      aria-label={t('form')}
      onFocus={fetchRules}
      onSubmit={generate.handleSubmit}
      className="flex flex-col border-line xl:min-h-0 xl:overflow-y-auto xl:border-r"
    >
      <h1 className="sr-only">{t('title')}</h1>
      <div className="mx-auto flex w-full max-w-xl flex-1 flex-col gap-5 p-4 sm:px-6 xl:max-w-none">
        <PictureField picture={picture} studio={studio} onExample={onExample} />
        <PromptField />
        <ModelField rules={studio.rules} />
        <div className="grid grid-cols-[minmax(0,7fr)_minmax(0,4fr)] gap-3 max-[22rem]:grid-cols-1">
          <ChoiceField field="resolution" rules={studio.rules} />
          <ChoiceField field="duration" rules={studio.rules} />
        </div>
        <ConflictNote rules={studio.rules} />
        <MoreSettings />
      </div>
      <GenerateFoot generate={generate} isUploading={picture.isUploading} studio={studio} />
    </form>
  )
}
