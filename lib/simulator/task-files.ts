import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import * as z from 'zod'
import type { Picture } from './check-picture'
import { submissionSchema } from './submission'
import { UNFINISHED, writeSynced } from './synced-file'

const taskSchema = z.object({
  id: z.string(),
  /** Milliseconds since the epoch. */
  createdAt: z.number(),
  submission: submissionSchema,
  /** In the order in which the body named them; the bytes lie under their hash. */
  pictures: z.array(z.object({ sha256: z.string(), width: z.number(), height: z.number() })),
  clip: z.object({
    key: z.string(),
    width: z.number(),
    height: z.number(),
    seconds: z.number(),
    /** Tasks that were kept before there were several have one. */
    shots: z.number().default(1),
  }),
  /** Why the clip could not be rendered; null while that has not happened. */
  failure: z.string().nullable(),
})
export type Task = z.infer<typeof taskSchema>

export interface TaskFiles {
  get: (id: string) => Task | null
  all: () => Task[]
  /** Resolves when the task is on the disk; it is known from then on. */
  save: (task: Task) => Promise<void>
  savePicture: (picture: Picture) => Promise<void>
  picturePath: (sha256: string) => string
  clipPath: (key: string) => string
}

/** Tasks, pictures and clips of one data folder. Tasks are read once, when it is opened. */
export async function openTaskFiles(folder: string): Promise<TaskFiles> {
  const [tasksFolder, picturesFolder, clipsFolder] = await Promise.all(
    ['tasks', 'images', 'clips'].map((name) => prepareFolder(path.join(folder, name))),
  )
  if (!tasksFolder || !picturesFolder || !clipsFolder) throw new Error('folders were not prepared')
  const tasks = await readTasks(tasksFolder)
  const picturePath = (sha256: string) => path.join(picturesFolder, sha256)
  return {
    get: (id) => tasks.get(id) ?? null,
    all: () => [...tasks.values()],
    save: async (task) => {
      await writeSynced(path.join(tasksFolder, `${task.id}.json`), JSON.stringify(task))
      tasks.set(task.id, task)
    },
    savePicture: (picture) => writeSynced(picturePath(picture.sha256), picture.bytes),
    picturePath,
    clipPath: (key) => path.join(clipsFolder, `${key}.mp4`),
  }
}

async function prepareFolder(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  const names = await readdir(folder)
  const unfinished = names.filter((name) => name.endsWith(UNFINISHED))
  await Promise.all(unfinished.map((name) => rm(path.join(folder, name), { force: true })))
  return folder
}

async function readTasks(folder: string): Promise<Map<string, Task>> {
  const tasks = new Map<string, Task>()
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.json')) continue
    const file = path.join(folder, name)
    const parsed = taskSchema.safeParse(JSON.parse(await readFile(file, 'utf8')))
    // Files are replaced as a whole, so this one was not written by this version.
    if (!parsed.success) throw new Error(`${file} is not a task: remove it or the whole folder`)
    tasks.set(parsed.data.id, parsed.data)
  }
  return tasks
}
