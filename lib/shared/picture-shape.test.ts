import { expect, test } from 'vitest'
import { fitWithin, shapeProblem } from './picture-shape'

test.each([
  [300, 300, null],
  [300, 750, null],
  [4000, 9000, null],
  [299, 400, 'picture_too_small'],
  [400, 299, 'picture_too_small'],
  [300, 751, 'picture_too_long'],
  [2501, 1000, 'picture_too_long'],
])('%i × %i pixels: %s', (width, height, code) => {
  expect(shapeProblem({ width, height })?.code ?? null).toBe(code)
})

test.each([
  [4032, 3024, 4000, 3000],
  [3024, 4032, 3000, 4000],
  [8000, 3200, 4000, 1600],
  [4000, 4000, 4000, 4000],
  [600, 400, 600, 400],
])('%i × %i pixels fit as %i × %i', (width, height, fittingWidth, fittingHeight) => {
  expect(fitWithin({ width, height }, 4000)).toEqual({
    width: fittingWidth,
    height: fittingHeight,
  })
})
