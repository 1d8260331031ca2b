import { describe, expect, it } from 'vitest'
import { readSelection, replayCommand, SelectionError } from './selection'
import { testFault } from './test-fault'

const sizes = { short: null, usual: 10, full: 100 }
const tests = [testFault({ id: 'F10' }), testFault({ id: 'F2', sizes }), testFault({ id: 'F1' })]
const read = (...args: string[]) => readSelection(args, tests, () => 99)
const ids = (...args: string[]) => read(...args).tests.map(({ id }) => id)

describe('what is asked for', () => {
  it('is everything in its usual size with a new seed, by number', () => {
    expect(ids()).toEqual(['F1', 'F2', 'F10'])
    expect(read()).toMatchObject({ size: 'usual', seed: 99, keep: false, sizeOverride: null })
  })

  it('is by name, in either case', () => {
    expect(ids('f10', 'F1')).toEqual(['F1', 'F10'])
  })

  it('leaves out of a short run what has none', () => {
    expect(ids('--short')).toEqual(['F1', 'F10'])
    expect(() => read('--short', 'F2')).toThrow(SelectionError)
  })

  it.each([
    [['F3'], 'There is no test F3'],
    [['--short', '--full'], 'Either'],
    [['--seed', 'x'], '--seed takes a whole number'],
    [['--size', '-1'], '--size'],
    [['--sede', '1'], '--sede'],
  ])('is refused where it makes no sense: %s', (args, said) => {
    expect(() => read(...args)).toThrow(said)
  })
})

it.each([
  [['F1'], 'npm run test:faults -- F1 --seed 99'],
  [['--full', '--seed', '5'], 'npm run test:faults -- F1 --seed 5 --full'],
  [['--short', '--size', '3'], 'npm run test:faults -- F1 --seed 99 --short --size 3'],
])('says how a test is run again as it was: %s', (args, command) => {
  expect(replayCommand(testFault(), read(...args))).toBe(command)
})
