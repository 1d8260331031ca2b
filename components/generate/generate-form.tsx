import { useRef } from 'react'
import { useTranslations } from 'next-intl'
import type { DraftStore } from '@/lib/client/draft-store'
import type { MoreFiles } from './batch/several-button'
import { MAIN_NOTE, MainChoices } from './choice-field'
import type { StudioFacts } from './studio-facts'
import { GenerateFoot } from './generate-foot'
import { fetchRules } from './late-rules'
import { ModeField } from './mode-field'
import { ModelField } from './model-field'
import { MoreSettings } from './more-settings'
import { OffNotes } from './off-notes'
import { PictureField } from './picture-field'
import { ParentNote } from './parent-note'
import { PicturesField } from './pictures-field'
import { PromptField } from './prompt-field'
import { SetAsideNote } from './set-aside-note'
import { UploadsProvider, useReportUpload, useUploads } from './uploads'
import type { CreateForm } from './use-create-form'
import { useGenerate } from './use-generate'
import type { PictureTaking } from './use-picture'

type GenerateFormProps = {
  form: CreateForm
  drafts: () => DraftStore
  picture: PictureTaking
  /** What came together with the picture. */
  more: MoreFiles
  studio: StudioFacts
  onExample: (path: string, prompt: string) => void
}

export function GenerateForm(props: GenerateFormProps) {
  const { form, drafts, picture, more, studio, onExample } = props
  const t = useTranslations('create')
  const element = useRef<HTMLFormElement>(null)
  const { isUploading, report } = useUploads()
  const generate = useGenerate({
    form,
    drafts,
    element,
    isBlocked: isUploading,
    rules: studio.rules,
  })
  return (
    <form
      ref={element}
      noValidate
      aria-label={t('form')}
      onFocus={fetchRules}
      onSubmit={generate.handleSubmit}
      className="flex flex-col border-line [&_:is(input,select,textarea,summary,button)]:scroll-my-32 xl:min-h-0 xl:overflow-y-auto xl:border-r"
    >
      <h1 className="sr-only">{t('title')}</h1>
      <div className="mx-auto flex w-full max-w-xl flex-1 flex-col gap-5 p-4 sm:px-6 xl:max-w-none">
        <ParentNote />
        <UploadsProvider value={report}>
          <SinglePictureUpload isUploading={picture.isUploading} />
          <PicturesField
            studio={studio}
            rules={studio.rules}
            single={<PictureField picture={picture} studio={studio} onExample={onExample} />}
          />
        </UploadsProvider>
        <ModeField rules={studio.rules} />
        <PromptField />
        <ModelField rules={studio.rules} />
        <SetAsideNote rules={studio.rules} />
        <MainChoices rules={studio.rules} />
        <OffNotes
          id={MAIN_NOTE}
          fields={['resolution', 'duration']}
          rules={studio.rules}
          className="-mt-3"
        />
        <MoreSettings rules={studio.rules} />
      </div>
      <GenerateFoot generate={generate} isUploading={isUploading} more={more} studio={studio} />
    </form>
  )
}

/** An example is taken in by the page, and may be on its way in any mode. */
function SinglePictureUpload({ isUploading }: { isUploading: boolean }) {
  useReportUpload(isUploading)
  return null
}
