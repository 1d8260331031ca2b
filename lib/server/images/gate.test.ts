import { expect, it } from 'vitest'
import { gate } from './gate'

it('lets so many run at once, keeps the order, and goes on after a failure', async () => {
  const inTurn = gate(2)
  const started: number[] = []
  const ends: Array<() => void> = []
  const work = (id: number) =>
    inTurn(async () => {
      started.push(id)
      await new Promise<void>((resolve) => ends.push(resolve))
      if (id === 0) throw new Error('failed')
      return id
    })
  const all = [0, 1, 2, 3].map(work)
  const failed = expect(all[0]).rejects.toThrow('failed')
  expect(started).toEqual([0, 1])
  ends[0]?.()
  await failed
  expect(started).toEqual([0, 1, 2])
  ends[2]?.()
  expect(await all[2]).toBe(2)
  expect(started).toEqual([0, 1, 2, 3])
  ends[1]?.()
  ends[3]?.()
  expect(await Promise.all(all.slice(1))).toEqual([1, 2, 3])
})
