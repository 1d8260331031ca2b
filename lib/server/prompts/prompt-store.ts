import { connection, db } from '../db/database'
import { isUniqueViolation } from '../db/driver-error'
import type { PromptTemplate } from '../db/generated/client'
import { NOTHING, sql } from '../db/sql'

export type { PromptTemplate }
/** What a person wrote into a template. */
export type TemplateText = Pick<PromptTemplate, 'name' | 'prompt' | 'negativePrompt'>

/** A prompt of a person, by the newest task that has it. */
export type PromptUse = { id: string; prompt: string; createdAt: Date }

/**
 * Each prompt once, the last used first, before `cursor` (the id of a task). Raw: Prisma's `distinct` would read every row into
 * the process.
 */
export async function findPrompts(options: {
  owner: string
  /** Part of the prompt; empty for all. */
  query: string
  limit: number
  cursor: string | null
}): Promise<PromptUse[]> {
  const { owner, query, limit, cursor } = options
  const matching = query ? sql`AND "prompt" LIKE ${`%${escaped(query)}%`} ESCAPE '\\'` : NOTHING
  const before = cursor ? sql`HAVING max("id") < ${cursor}` : NOTHING
  return connection().rows<PromptUse>(sql`
    SELECT "Task"."id", "prompt", "createdAt" FROM "Task" JOIN (
      SELECT max("id") AS "id" FROM "Task" WHERE "owner" = ${owner} AND "deletedAt" IS NULL ${matching}
      GROUP BY "prompt" ${before} ORDER BY max("id") DESC LIMIT ${limit}
    ) AS "newest" ON "newest"."id" = "Task"."id" ORDER BY "Task"."id" DESC`)
}

export async function findTemplates(owner: string): Promise<PromptTemplate[]> {
  return (await db()).promptTemplate.findMany({ where: { owner }, orderBy: { updatedAt: 'desc' } })
}

export async function findTemplateByName(
  owner: string,
  name: string,
): Promise<PromptTemplate | null> {
  return (await db()).promptTemplate.findUnique({ where: { owner_name: { owner, name } } })
}

export async function countTemplates(owner: string): Promise<number> {
  return (await db()).promptTemplate.count({ where: { owner } })
}

/** Null when the name was taken meanwhile. */
export async function insertTemplate(template: PromptTemplate): Promise<PromptTemplate | null> {
  return unlessTaken(async () => (await db()).promptTemplate.create({ data: template }))
}

/** The template as it stands now; `gone` when this person has none with this id, null when another has the name. */
export async function updateTemplate(options: {
  owner: string
  id: string
  text: TemplateText
  now: Date
}): Promise<PromptTemplate | 'gone' | null> {
  const { owner, id, text, now } = options
  const updated = await unlessTaken(async () =>
    (await db()).promptTemplate.updateManyAndReturn({
      where: { id, owner },
      data: { ...text, updatedAt: now },
    }),
  )
  return updated && (updated[0] ?? 'gone')
}

/** False when this person has none with this id. */
export async function dropTemplate(owner: string, id: string): Promise<boolean> {
  const { count } = await (await db()).promptTemplate.deleteMany({ where: { id, owner } })
  return count > 0
}

async function unlessTaken<T>(write: () => Promise<T>): Promise<T | null> {
  try {
    return await write()
  } catch (error) {
    if (isUniqueViolation(error)) return null
    throw error
  }
}

/** What `LIKE` would read as a pattern stands for itself. */
function escaped(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}
