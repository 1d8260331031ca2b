import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import * as z from 'zod'
import { answerJobs } from './answer-jobs'

const jobSchema = z.object({ url: z.string(), imageId: z.string(), count: z.number() })
type Job = z.infer<typeof jobSchema>

const agent = new Agent({ keepAlive: true, maxSockets: 1 })

/** Posts tasks one after the other over one connection; answers the milliseconds of each, from its writing to its answer's end. */
answerJobs(async (message) => {
  const job = jobSchema.parse(message)
  const taken: number[] = []
  for (let index = 0; index < job.count; index += 1) {
    const startedAt = performance.now()
    await post(job)
    taken.push(performance.now() - startedAt)
  }
  return taken
})

function post({ url, imageId }: Job): Promise<void> {
  const task = { model: 'aisphere-v5', prompt: 'slowly', image: { imageId }, resolution: '360p' }
  const body = JSON.stringify(task)
  const headers = {
    origin: url,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'idempotency-key': randomUUID(),
  }
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/api/tasks`, { method: 'POST', agent, headers }, (response) => {
      response.resume()
      response.on('error', reject)
      response.on('end', () => {
        if (response.statusCode === 202) resolve()
        else reject(new Error(`answered ${response.statusCode}`))
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
