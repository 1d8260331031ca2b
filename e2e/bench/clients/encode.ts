import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import * as z from 'zod'
import { answerJobs } from './answer-jobs'

const jobSchema = z.object({ file: z.string() })

/** sharp alone: decodes a picture that is in memory and makes the same JPEG of it as the studio does; answers milliseconds. */
answerJobs(async (message) => {
  const { file } = jobSchema.parse(message)
  const bytes = readFileSync(file)
  const startedAt = performance.now()
  await sharp(bytes, { failOn: 'warning', sequentialRead: true, autoOrient: true })
    .removeAlpha()
    .jpeg({ quality: 92, chromaSubsampling: '4:4:4' })
    .toBuffer()
  return performance.now() - startedAt
})
