import { expect, it } from 'vitest'
import { alternate, repeat } from './rounds'

it('takes both sides in turn, each first in every second round, and does not count the warm-up', async () => {
  const order: string[] = []
  const take = (side: string) => async (round: number) => {
    order.push(side)
    return `${side}${round}`
  }
  const taken = await alternate({ ours: take('A'), peer: take('B') }, { rounds: 3, warmUps: 1 })
  expect(order.join('')).toBe('ABBAABBA')
  expect(taken).toEqual({ ours: ['A1', 'A2', 'A3'], peer: ['B1', 'B2', 'B3'] })
})

it('takes six rounds of a figure that stands alone, after one that is not counted', async () => {
  expect(await repeat(async (round) => round)).toEqual([1, 2, 3, 4, 5, 6])
})
