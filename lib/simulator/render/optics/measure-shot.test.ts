import { describe, expect, test } from 'vitest'
import { CAMERA_MOVEMENTS } from '../../field-rules'
import { EXPECTED_MOVES, objections } from './expected-moves'
import { measureShot, type Measures } from './measure-shot'
import { film, photograph } from './test-film'

test('every move of the page is expected', () => {
  expect([...EXPECTED_MOVES].sort()).toEqual([...CAMERA_MOVEMENTS].sort())
})

describe.each([
  ['astronaut.png', { width: 112, height: 112 }],
  ['chelsea.png', { width: 132, height: 88 }],
])('%s', (name, size) => {
  const measured = new Map<string | null, Measures>()

  async function measure(move: string | null): Promise<Measures> {
    const known = measured.get(move) ?? measureShot(film(move, await photograph(name, size), size))
    measured.set(move, known)
    return known
  }

  test.each(EXPECTED_MOVES)('%s is seen as the page says', async (move) => {
    expect(objections(move, await measure(move))).toEqual([])
  })

  test.each(EXPECTED_MOVES)('%s is not taken for another move', async (move) => {
    const measures = await measure(move)
    const taken = EXPECTED_MOVES.filter((other) => objections(other, measures).length === 0)
    expect(taken).toEqual([move])
  })

  test('no move at all is taken for none of them', async () => {
    const measures = await measure(null)
    for (const move of EXPECTED_MOVES) expect(objections(move, measures)).not.toEqual([])
  })
})
