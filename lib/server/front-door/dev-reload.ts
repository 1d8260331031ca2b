import * as z from 'zod'
import type { Supervisor } from './supervise'

const rebuiltSchema = z.object({
  type: z.literal('rebuilt'),
  program: z.enum(['worker', 'simulator']),
})

/** In development: `npm run dev` tells which program it has built anew. */
export function restartWhenRebuilt({ restart }: Supervisor): void {
  process.on('message', (message) => {
    const rebuilt = rebuiltSchema.safeParse(message)
    if (rebuilt.success) restart(rebuilt.data.program)
  })
}
