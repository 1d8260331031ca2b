import { randomUUID } from 'node:crypto'
import type { Program } from '../../support/program'
import { taskBody } from '../machinery/client'
import type { Order } from '../machinery/orders'
import type { World } from '../machinery/world'

/** How long a process may take to come to a milestone. */
const WAY_LIMIT_MS = 30_000

export type Stage = Awaited<ReturnType<typeof openStage>>

/** A front door and a worker, each started again by the test: a supervisor would wait longer after each death. */
export async function openStage(world: World, picture: string) {
  const startWeb = () => world.startStudio({ WORKER: 'off' })
  let web: Program = await startWeb()
  let worker = world.startWorker()
  const imageId = await world.client.upload(picture)
  const broken: string[] = []
  let count = 0

  const restart = async (program: Order['program']): Promise<void> => {
    if (program === 'worker') {
      await worker.ended()
      worker = world.startWorker()
    } else {
      await web.ended()
      web = await startWeb()
    }
  }
  /** A task that nobody asked for before, and its key. */
  const ask = (what: string) => {
    count += 1
    return { key: randomUUID(), body: taskBody(imageId, `${count}: ${what}`) }
  }
  /**
   * Does something that brings a process to a milestone, ends the process there, and starts it again; resolves when both are
   * through.
   */
  const killAt = async (order: Omit<Order, 'signal'>, act: () => Promise<unknown>) => {
    const placed = world.orders.place({ ...order, signal: 'SIGKILL' })
    const killed = async () => {
      const done = await placed.done(WAY_LIMIT_MS)
      if (!done) return void broken.push(`no ${order.program} came to ${order.at}`)
      if (order.program === 'worker') await world.noteWorkerFault(`SIGKILL at ${order.at}`, done.at)
      await restart(order.program)
    }
    await Promise.all([act(), killed()])
  }
  /** Another worker beside the one that there is, which is left to itself. */
  const replaceWorker = () => {
    const before = worker
    worker = world.startWorker()
    return before
  }
  return { world, broken, ask, killAt, replaceWorker, programs: () => [worker, web] }
}
