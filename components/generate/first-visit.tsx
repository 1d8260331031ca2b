import Check from 'lucide-react/icons/check'
import { useFormContext, useWatch } from 'react-hook-form'
import { useTranslations } from 'next-intl'
import { LargeExamples } from './examples'
import type { FormValues } from './form-values'

type Step = { name: 'picture' | 'prompt' | 'generate'; isDone: boolean }

/** While there is no clip yet: the way to the first one, its steps ticked off as they are done, and two pictures to start from. */
export function FirstVisit({ onExample }: { onExample: (path: string, prompt: string) => void }) {
  const t = useTranslations('create')
  const { control } = useFormContext<FormValues>()
  const [hasPicture, prompt] = useWatch({
    control,
    compute: (values: FormValues) => [hasPictures(values), values.prompt] as const,
  })
  const steps: Step[] = [
    { name: 'picture', isDone: hasPicture },
    { name: 'prompt', isDone: prompt.trim() !== '' },
    { name: 'generate', isDone: false },
  ]
  return (
    <div className="hidden flex-1 flex-col items-center justify-center gap-8 py-6 xl:flex">
      <div className="text-center">
        <h2 className="text-display font-semibold">{t('emptyTitle')}</h2>
        <p className="mt-2 text-prompt text-soft">{t('emptyText')}</p>
      </div>
      <LargeExamples onExample={onExample} />
      <Steps steps={steps} />
    </div>
  )
}

function hasPictures({ mode, image, head, tail, references }: FormValues): boolean {
  return {
    image: image !== null,
    frames: head !== null && tail !== null,
    reference: references.length > 0,
  }[mode]
}

function Steps({ steps }: { steps: readonly Step[] }) {
  const t = useTranslations('create')
  const current = steps.find((step) => !step.isDone)
  return (
    <ol
      aria-label={t('steps')}
      className="grid w-full max-w-4xl min-[120rem]:max-w-6xl grid-cols-3 gap-6"
    >
      {steps.map((step, index) => (
        <li
          key={step.name}
          aria-current={step === current ? 'step' : undefined}
          className={`flex gap-3 border-t pt-3 ${step === current ? 'border-accent' : 'border-line'}`}
        >
          <span aria-hidden className="w-4 shrink-0 font-semibold text-soft tabular-nums">
            {step.isDone ? <Check className="mt-0.5 size-4" /> : index + 1}
          </span>
          <span className="min-w-0">
            <span className="block font-medium">
              {t(`step.${step.name}.title`)}
              {step.isDone && <span className="sr-only">{t('stepDone')}</span>}
            </span>
            <span className="text-meta text-soft">{t(`step.${step.name}.text`)}</span>
          </span>
        </li>
      ))}
    </ol>
  )
}
