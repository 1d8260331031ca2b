import { describe, expect, it } from 'vitest'
import { clipKey, hashOfKey, mediaKey, pictureKey } from './media-key'

const SHA256 = 'ab'.repeat(32)

describe('a key', () => {
  it('names the content, spread over folders by its first byte', () => {
    expect(clipKey(SHA256)).toBe(`clips/ab/${SHA256}.mp4`)
    expect(pictureKey(SHA256, 'webp')).toBe(`pictures/ab/${SHA256}.webp`)
    expect(mediaKey(SHA256, 'mp4')).toBe(clipKey(SHA256))
    expect(mediaKey(SHA256, 'png')).toBe(pictureKey(SHA256, 'png'))
  })

  it.each([clipKey(SHA256), pictureKey(SHA256, 'jpg')])('gives its hash back: %s', (key) => {
    expect(hashOfKey(key)).toBe(SHA256)
  })

  it.each([
    '',
    SHA256,
    `clips/ac/${SHA256}.mp4`,
    `clips/ab/${SHA256}.jpg`,
    `pictures/ab/${SHA256}.mp4`,
    `pictures/ab/${SHA256.toUpperCase()}.jpg`,
    `pictures/ab/../ab/${SHA256}.jpg`,
    ` pictures/ab/${SHA256}.jpg`,
    `pictures/ab/${SHA256}.jpg\n`,
  ])('is not %j', (text) => {
    expect(hashOfKey(text)).toBeNull()
  })

  it.each(['', '../..', SHA256.toUpperCase(), `${SHA256}0`])('is not made of %j', (hash) => {
    expect(() => clipKey(hash)).toThrow(TypeError)
    expect(() => pictureKey(hash, 'jpg')).toThrow(TypeError)
  })
})
