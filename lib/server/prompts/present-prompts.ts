import type { TemplateOnWire, UsedPrompt } from '@/lib/shared/prompts'
import type { PromptTemplate, PromptUse } from './prompt-store'

export function presentPrompt({ prompt, createdAt }: PromptUse): UsedPrompt {
  return { prompt, lastUsedAt: createdAt.toISOString() }
}

export function presentTemplate(template: PromptTemplate): TemplateOnWire {
  const { id, name, prompt, negativePrompt, createdAt, updatedAt } = template
  return {
    id,
    name,
    prompt,
    negativePrompt,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  }
}
