import { fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { FormProvider, useForm, useWatch } from 'react-hook-form'
import { startTestStudio } from '@/lib/client/test-studio'
import type { Locale } from '@/lib/shared/locale'
import { renderInStudio } from '../../test-render'
import { PromptField } from '../prompt-field'
import type { PromptReference, PromptValues } from './prompt-values'

// For tests of the prompt: it in a form of its own, and what jsdom lacks of dialogs and popovers.

type Routes = Parameters<typeof startTestStudio>[0]

export const hero = aReference({ refName: 'hero', label: '小猫' })
export const room = aReference({ refName: 'room', label: 'Living room', type: 'background' })

export function aReference(overrides: Partial<PromptReference> = {}): PromptReference {
  const refName = overrides.refName ?? 'hero'
  return {
    picture: { url: `/media/${refName}.jpg` },
    type: 'subject',
    refName,
    label: '',
    ...overrides,
  }
}

export async function openPrompt(
  options: { values?: Partial<PromptValues>; routes?: Routes; locale?: Locale } = {},
) {
  const { values, routes = {}, locale } = options
  standInForTopLayer()
  const studio = await startTestStudio(routes)
  const sent: PromptValues[] = []
  const page = renderInStudio(<TestForm values={values} onSend={(values) => sent.push(values)} />, {
    locale,
  })
  return { ...page, studio, sent, user: userEvent.setup() }
}

export const openWithReferences = (prompt = '', locale?: Locale) =>
  openPrompt({ values: { mode: 'reference', references: [hero, room], prompt }, locale })

function TestForm(props: {
  values: Partial<PromptValues> | undefined
  onSend: (values: PromptValues) => void
}) {
  const form = useForm<PromptValues>({
    defaultValues: { prompt: '', negativePrompt: '', ...props.values },
  })
  const negative = useWatch({ control: form.control, name: 'negativePrompt' })
  return (
    <FormProvider {...form}>
      <form onSubmit={(event) => void form.handleSubmit(props.onSend)(event)}>
        <PromptField />
        <output aria-label="negative">{negative}</output>
        <button type="button">elsewhere</button>
      </form>
    </FormProvider>
  )
}

export const box = () =>
  screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^(Prompt|提示词)$/ })

/** Letters that an input method composes: the box shows them before they are chosen. */
export function compose(text: string, keys: () => void = () => {}): void {
  const area = box()
  fireEvent.compositionStart(area)
  area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end')
  fireEvent.input(area, { isComposing: true })
  keys()
  fireEvent.compositionEnd(area, { data: text })
}

/** jsdom has neither `showModal` nor `showPopover`; what is shown is what a test can see. */
function standInForTopLayer(): void {
  HTMLElement.prototype.showPopover = function () {
    this.removeAttribute('popover')
  }
  HTMLDialogElement.prototype.showModal = function () {
    this.setAttribute('open', '')
    this.querySelector<HTMLElement>('[autofocus]')?.focus()
  }
  HTMLDialogElement.prototype.close = function () {
    this.removeAttribute('open')
    this.dispatchEvent(new Event('close'))
  }
}
