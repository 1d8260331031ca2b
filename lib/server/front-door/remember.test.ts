import { describe, expect, it } from 'vitest'
import { remember } from './remember'

function setUp(maxEntries = 10) {
  const looked: string[] = []
  const there = new Map([
    ['a', 1],
    ['b', 2],
    ['c', 3],
  ])
  const clock = { now: 0 }
  const look = async (name: string) => {
    looked.push(name)
    return there.get(name) ?? null
  }
  return {
    looked,
    there,
    clock,
    find: remember(look, { maxAgeMs: 5_000, maxEntries, now: () => clock.now }),
  }
}

describe('remember', () => {
  it('looks once in a while, and again after it', async () => {
    const { looked, there, clock, find } = setUp()
    expect(await find('a')).toBe(1)
    there.delete('a')
    clock.now = 4_999
    expect(await find('a')).toBe(1)
    clock.now = 5_000
    expect(await find('a')).toBeNull()
    expect(looked).toEqual(['a', 'a'])
  })

  it('does not keep that something was missing', async () => {
    const { there, find } = setUp()
    expect(await find('d')).toBeNull()
    there.set('d', 4)
    expect(await find('d')).toBe(4)
  })

  it('forgets the oldest when it is full', async () => {
    const { looked, find } = setUp(2)
    for (const name of ['a', 'b', 'c', 'c', 'b', 'a']) await find(name)
    expect(looked).toEqual(['a', 'b', 'c', 'a'])
  })
})
