import { useRef, useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { useTranslations } from 'next-intl'
import { useLate } from '@/lib/client/use-late'
import { countCharacters, TEXT_WARN_BYTES } from '@/lib/shared/limits'
import { Field } from '../ui/field'
import { TextArea } from '../ui/text-box'
import { PromptCount, PromptLimits } from './prompt/prompt-count'
import { PromptTools } from './prompt/prompt-tools'
import { usePromptReferences, type OpenList, type PromptValues } from './prompt/prompt-values'
import { resolveLabels } from './prompt/resolve-labels'

import { useFieldError } from './use-field-error'

const loadMentions = () => import('./prompt/mention-parts')

/** A page to write on. What `@names` need comes when there are references to name. */
export function PromptField() {
  const t = useTranslations('prompt')
  const { register, control } = useFormContext<PromptValues>()
  const prompt = useWatch({ control, name: 'prompt' })
  const references = usePromptReferences()
  const mentions = useLate(loadMentions, references !== null)
  const box = useRef<HTMLTextAreaElement>(null)
  const [list, setList] = useState<OpenList | null>(null)
  const { ref: registerBox, ...field } = register('prompt')

  const sent = references ? resolveLabels(prompt, references) : prompt
  const sizes = { characters: countCharacters(sent), bytes: new TextEncoder().encode(sent).length }
  return (
    <div>
      <Field
        id="prompt"
        label={t('label')}
        aside={
          <span className="flex flex-wrap items-baseline justify-end gap-x-4">
            <PromptTools box={box} />
            <PromptCount {...sizes} />
          </span>
        }
        hint={sizes.bytes > TEXT_WARN_BYTES && t('long', { ...sizes, max: TEXT_WARN_BYTES })}
        error={useFieldError('prompt')}
      >
        {(control) => (
          <div className="relative isolate rounded-card bg-surface">
            {references && mentions && (
              <mentions.MentionLayer
                box={box}
                prompt={prompt}
                references={references}
                onList={setList}
              />
            )}
            <TextArea
              {...field}
              ref={(element) => {
                registerBox(element)
                box.current = element
              }}
              {...control}
              rows={3}
              placeholder={t('placeholder')}
              aria-required
              aria-autocomplete={references ? 'list' : undefined}
              aria-haspopup={references ? 'listbox' : undefined}
              aria-controls={list?.listId}
              aria-activedescendant={list?.optionId}
              className={`max-h-72 min-h-24 xl:scroll-mb-28 bg-transparent! text-prompt leading-relaxed ${references ? '[scrollbar-gutter:stable]' : ''}`}
            />
          </div>
        )}
      </Field>
      {references && mentions && (
        <mentions.PromptAdvice
          box={box}
          prompt={prompt}
          references={references}
          open={list?.start ?? null}
        />
      )}
      <PromptLimits {...sizes} />
    </div>
  )
}
