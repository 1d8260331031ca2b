import { describe, expect, test } from 'vitest'
import { clipKey, clipSize } from './clip-size'

describe('clipSize', () => {
  test.each([
    [512, 512, 540, 540, 540],
    [640, 427, 540, 810, 540],
    [427, 640, 1080, 1080, 1618],
    [451, 300, 360, 542, 360],
    [4000, 1600, 1080, 2700, 1080],
    [300, 750, 720, 720, 1800],
  ])('%ix%i at %ip', (width, height, shortSide, clipWidth, clipHeight) => {
    expect(clipSize({ width, height }, shortSide)).toEqual({
      width: clipWidth,
      height: clipHeight,
    })
  })
})

describe('clipKey', () => {
  const clip: Parameters<typeof clipKey>[0] = {
    pictures: [{ sha256: 'a', role: 'first' }],
    move: 'zoom_in',
    width: 540,
    height: 540,
    seconds: 5,
    shots: 1,
    sound: null,
  }

  test('is the same for the same clip, also for two moves that are drawn alike', () => {
    expect(clipKey({ ...clip })).toBe(clipKey(clip))
    expect(clipKey({ ...clip, move: 'moonwalk' })).toBe(clipKey({ ...clip, move: null }))
  })

  test.each<Partial<typeof clip>>([
    { pictures: [{ sha256: 'b', role: 'first' }] },
    { pictures: [{ sha256: 'a', role: 'subject' }] },
    { pictures: [{ sha256: 'a', role: 'background' }] },
    {
      pictures: [
        { sha256: 'a', role: 'first' },
        { sha256: 'b', role: 'last' },
      ],
    },
    { move: 'zoom_out' },
    { width: 542 },
    { height: 360 },
    { seconds: 8 },
    { shots: 2 },
    { sound: 'a boat' },
    { sound: '' },
  ])('differs with %j', (change) => {
    expect(clipKey({ ...clip, ...change })).not.toBe(clipKey(clip))
  })

  test('differs with the order of references', () => {
    const pictures: typeof clip.pictures = [
      { sha256: 'a', role: 'subject' },
      { sha256: 'b', role: 'subject' },
    ]
    const turned = { ...clip, pictures: pictures.toReversed() }
    expect(clipKey({ ...clip, pictures })).not.toBe(clipKey(turned))
  })
})
