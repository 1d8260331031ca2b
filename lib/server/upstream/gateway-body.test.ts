import { describe, expect, it } from 'vitest'
import { parseContract } from './contract'
import { gatewayBody } from './gateway-body'

const contract = parseContract()
const task = { model: 'aisphere-v4.5', prompt: 'go', params: { duration: 5, resolution: '540p' } }
const image = {
  ...task,
  mode: 'image',
  pictures: [{ role: 'image', imageId: 'p', address: 'https://s/p.jpg' }],
} as const
const frames = {
  ...task,
  mode: 'frames',
  pictures: [
    { role: 'head', imageId: 'a', address: 'https://s/a.jpg' },
    { role: 'tail', imageId: 'b', address: 'https://s/b.jpg' },
  ],
} as const

describe('gatewayBody', () => {
  it('sends one picture as the page prescribes, and nothing that was not set', () => {
    expect(gatewayBody({ ...image, pictures: [...image.pictures] }, contract)).toEqual({
      _action: 'i2v',
      model: 'aisphere-v4.5',
      prompt: 'go',
      image: { imageUrl: 'https://s/p.jpg' },
      duration: 5,
      resolution: '540p',
    })
  })

  it('names first and last frame as the setting says, nested if it says so', () => {
    const pictures = [...frames.pictures]
    expect(gatewayBody({ ...frames, pictures }, contract).headtailImages).toEqual({
      headImageUrl: 'https://s/a.jpg',
      tailImageUrl: 'https://s/b.jpg',
    })
    const nested = parseContract({ headtailKeys: ['headImage.imageUrl', 'tailImage.imageUrl'] })
    expect(gatewayBody({ ...frames, pictures }, nested).headtailImages).toEqual({
      headImage: { imageUrl: 'https://s/a.jpg' },
      tailImage: { imageUrl: 'https://s/b.jpg' },
    })
  })

  it('sends references with type and name', () => {
    const pictures = [
      {
        role: 'reference',
        imageId: 'a',
        type: 'subject',
        refName: 'cat',
        address: 'https://s/a.jpg',
      },
    ] as const
    expect(
      gatewayBody({ ...task, mode: 'reference', pictures: [...pictures] }, contract)
        .characterImages,
    ).toEqual([{ imageUrl: 'https://s/a.jpg', type: 'subject', refName: 'cat' }])
  })

  it('sends the other image fields empty only when told to', () => {
    const empty = gatewayBody(
      { ...image, pictures: [...image.pictures] },
      parseContract({ sendsEmptyImageFields: true }),
    )
    expect(empty).toMatchObject({
      headtailImages: {},
      characterImages: [],
      image: { imageUrl: 'https://s/p.jpg' },
    })
  })
})
