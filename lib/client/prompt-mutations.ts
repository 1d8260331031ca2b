import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { TemplateBody } from '@/lib/shared/prompts'
import { ApiError, request, requestNothing } from './api'
import { promptQueries, TEMPLATES_PATH } from './prompt-queries'

/** Keeps a prompt under a name; the same again makes no second one. */
export function useSaveTemplate() {
  return useTemplateMutation((body: TemplateBody) =>
    request({
      path: TEMPLATES_PATH,
      method: 'POST',
      body,
      schema: (schemas) => schemas.templateSchema,
    }),
  )
}

export function useChangeTemplate() {
  return useTemplateMutation(({ id, body }: { id: string; body: TemplateBody }) =>
    request({
      path: templatePath(id),
      method: 'PUT',
      body,
      schema: (schemas) => schemas.templateSchema,
    }),
  )
}

/** One that is gone already is as good as deleted. */
export function useDeleteTemplate() {
  return useTemplateMutation(async (id: string) => {
    try {
      await requestNothing({ path: templatePath(id), method: 'DELETE' })
    } catch (error) {
      if (!(error instanceof ApiError && error.code === 'not_found')) throw error
    }
  })
}

/** Done when the list has been asked again, so that what follows stands in it. */
function useTemplateMutation<Variables, Answer>(mutationFn: (given: Variables) => Promise<Answer>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn,
    onSuccess: () => client.invalidateQueries({ queryKey: promptQueries.templates().queryKey }),
  })
}

function templatePath(id: string): string {
  return `${TEMPLATES_PATH}/${encodeURIComponent(id)}`
}
