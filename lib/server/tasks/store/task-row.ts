import * as z from 'zod'
import { taskParamsSchema, type TaskParams } from '@/lib/shared/models/task-params'
import { MODES, type Mode } from '@/lib/shared/models/catalogue'
import { TASK_WAYS, type TaskWay } from '@/lib/shared/family'
import type { Estimate } from '@/lib/shared/pricing'
import { estimateSchema } from '@/lib/shared/wire'
import type { TaskPicture } from '@/lib/shared/task-schema'
import { TASK_STATUSES, type TaskStatus } from '@/lib/shared/task-states'
import { TASK_ERROR_CODES, type TaskErrorCode } from '@/lib/shared/errors'
import type { Image, Prisma, TaskInput } from '../../db/generated/client'

/** What every reader of a task gets with it. */
type StoredTask = Prisma.TaskGetPayload<{
  include: { inputs: { include: { image: true } }; outputs: true }
}> & { tags: { id: string; name: string }[]; childCount: number }

const parsedSchema = z.object({
  status: z.enum(TASK_STATUSES),
  mode: z.enum(MODES),
  errorCode: z.enum(TASK_ERROR_CODES).nullable(),
  parentWay: z.enum(TASK_WAYS).nullable(),
})
const usageSchema = z.record(z.string(), z.number())
/** Before prices could be set an estimate was in US dollars alone. */
const dollarsSchema = z.pipe(
  z.object({ credits: z.number(), usd: z.number(), amount: z.undefined() }),
  z.transform(({ credits, usd }): Estimate => ({ credits, usd, amount: usd, currency: 'USD' })),
)
const storedEstimateSchema = z.union([estimateSchema, dollarsSchema])

export type TaskRow = Omit<
  StoredTask,
  'params' | 'usage' | 'estimate' | 'status' | 'mode' | 'errorCode' | 'parentWay'
> & {
  status: TaskStatus
  mode: Mode
  errorCode: TaskErrorCode | null
  parentWay: TaskWay | null
  params: TaskParams
  usage: Record<string, number> | null
  estimate: Estimate | null
}

/** A stored row with its JSON columns and words parsed; throws ZodError on a row that no version of the studio wrote. */
export function readRow(stored: StoredTask): TaskRow {
  return {
    ...stored,
    ...parsedSchema.parse(stored),
    params: taskParamsSchema.parse(JSON.parse(stored.params)),
    usage: stored.usage === null ? null : usageSchema.parse(JSON.parse(stored.usage)),
    estimate: readEstimate(stored.estimate),
  }
}

export function readEstimate(stored: string | null): Estimate | null {
  return stored === null ? null : storedEstimateSchema.parse(JSON.parse(stored))
}

const pictureSchema = z.object({
  role: z.enum(['image', 'head', 'tail', 'reference']),
  imageId: z.string(),
  type: z.enum(['subject', 'background']).nullable(),
  refName: z.string().nullable(),
})

/** A stored input as the task's picture. */
export function taskPicture(input: StoredTask['inputs'][number]): TaskPicture {
  const { role, imageId, type, refName } = pictureSchema.parse(input)
  return { role, imageId, ...(type ? { type } : {}), ...(refName === null ? {} : { refName }) }
}

/** An input with its picture, which a foreign key holds; throws where it was not looked up. */
export function withImage(
  input: TaskInput,
  images: ReadonlyMap<string, Image>,
): TaskInput & { image: Image } {
  const image = images.get(input.imageId)
  if (!image) throw new Error('a picture of the task was not looked up')
  return { ...input, image }
}
