import { get } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

const LOOK_EVERY_MS = 5
const PATIENCE_MS = 60_000

/** Asks until the address answers 200 with the whole of its page; answers that page. */
export async function untilReady(url: string): Promise<string> {
  const giveUpAt = performance.now() + PATIENCE_MS
  while (performance.now() < giveUpAt) {
    const page = await ask(url)
    if (page !== null) return page
    await wait(LOOK_EVERY_MS)
  }
  throw new Error(`${url} gave no page`)
}

/** Null for any other answer, and where nobody listens yet. */
function ask(url: string): Promise<string | null> {
  return new Promise((resolve) => {
    const request = get(url, { agent: false }, (response) => {
      let page = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (page += chunk))
      response.on('error', () => resolve(null))
      response.on('end', () => resolve(response.statusCode === 200 ? page : null))
    })
    request.on('error', () => resolve(null))
  })
}
