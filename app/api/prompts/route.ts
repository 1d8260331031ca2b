import { requirePerson } from '@/lib/server/accounts/person'
import { handle } from '@/lib/server/http/handle'
import { readPage } from '@/lib/server/http/parse'
import { listPrompts } from '@/lib/server/prompts/list-prompts'
import { presentPrompt } from '@/lib/server/prompts/present-prompts'

export const GET = handle(async (request) => {
  const person = requirePerson(request.headers)
  const query = new URL(request.url).searchParams.get('query')?.trim() ?? ''
  const { prompts, nextCursor } = await listPrompts({ person, query, ...readPage(request) })
  return Response.json({ prompts: prompts.map(presentPrompt), nextCursor })
})
