import * as z from 'zod'
import { replaceSettings } from '@/lib/server/env'
import { downloadClip } from '@/lib/server/tasks/archive/download-clip'
import { answerJobs } from './answer-jobs'

const jobSchema = z.object({ url: z.string(), token: z.string(), dataDir: z.string() })

/** The studio's own way with a clip, from its link until it lies whole and synced in its place; answers milliseconds. */
answerJobs(async (message) => {
  const { url, token, dataDir } = jobSchema.parse(message)
  replaceSettings({
    DATA_DIR: dataDir,
    AISPHERE_API_KEY: 'sk-bench',
    AISPHERE_BASE_URL: new URL(url).origin,
    LOG_LEVEL: 'silent',
  })
  const startedAt = performance.now()
  const download = await downloadClip({
    sourceUrl: url,
    token,
    signal: new AbortController().signal,
  })
  const ms = performance.now() - startedAt
  if (download.kind !== 'saved') throw new Error(`not saved: ${download.reason}`)
  return ms
})
