import { Agent, request } from 'node:http'
import * as z from 'zod'
import { answerJobs } from './answer-jobs'

const jobSchema = z.object({ url: z.string(), paths: z.array(z.string()), times: z.number() })

const agent = new Agent({ keepAlive: true, maxSockets: 1 })

/** Asks for each of the paths in turn, over one connection; answers the milliseconds until each answer's end. */
answerJobs(async (message) => {
  const { url, paths, times } = jobSchema.parse(message)
  const taken: number[] = []
  for (let round = 0; round < times; round += 1)
    for (const path of paths) {
      const startedAt = performance.now()
      await get(url + path)
      taken.push(performance.now() - startedAt)
    }
  return taken
})

function get(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(address, { agent }, (response) => {
      response.resume()
      response.on('error', reject)
      response.on('end', () => {
        if (response.statusCode === 200) resolve()
        else reject(new Error(`${address} answered ${response.statusCode}`))
      })
    })
    sent.on('error', reject)
    sent.end()
  })
}
