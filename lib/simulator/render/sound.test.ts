import { expect, test } from 'vitest'
import { encodeAac, samplesFor } from './encode-aac'
import { makeSound, SAMPLE_RATE } from './sound'

const WORDS = ['a boat leaves the harbour', 'birds\nmorning', '鸟鸣', '', 'x'.repeat(2048)]
const FRAME_SECONDS = 1 / 24

function loudness(samples: Float32Array): number {
  return Math.sqrt(samples.reduce((sum, value) => sum + value * value, 0) / samples.length)
}

function peak(samples: Float32Array): number {
  return samples.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
}

test.each(WORDS)('the sound of %j is audible, never clips, and comes and goes softly', (words) => {
  for (const channel of makeSound(words, samplesFor(5)).channels) {
    expect(channel).toHaveLength(samplesFor(5))
    // About -20 dB, where music under a film lies.
    expect(loudness(channel)).toBeGreaterThan(0.05)
    expect(peak(channel)).toBeLessThan(0.8)
    for (let second = 1; second < 4; second++) {
      const part = channel.subarray(second * SAMPLE_RATE, (second + 1) * SAMPLE_RATE)
      expect(loudness(part)).toBeGreaterThan(0.04)
    }
    expect(peak(channel.subarray(0, 500))).toBeLessThan(0.01)
    expect(peak(channel.subarray(-500))).toBeLessThan(0.01)
  }
})

test('the same words sound the same, other words and the other side sound different', () => {
  const [left, right] = makeSound('boat', 48_000).channels
  expect(makeSound('boat', 48_000).channels[0]).toEqual(left)
  expect(makeSound('bird', 48_000).channels[0]).not.toEqual(left)
  expect(right).not.toEqual(left)
})

test.each([5, 8, 10])('its track ends with a clip of %i seconds, not after it', async (seconds) => {
  const { packets, config } = await encodeAac(makeSound('boat', samplesFor(seconds)))
  const last = packets.at(-1)
  const end = (last?.timestamp ?? 0) + (last?.duration ?? 0)
  expect(end).toBeLessThanOrEqual(seconds)
  expect(end).toBeGreaterThan(seconds - FRAME_SECONDS)
  expect(config).toMatchObject({ codec: 'mp4a.40.2', numberOfChannels: 2, sampleRate: 48_000 })
})

test('a track of sound has far more to say than one of silence', async () => {
  const silent = new Float32Array(samplesFor(5))
  const bytes = async (sound: Parameters<typeof encodeAac>[0]) =>
    (await encodeAac(sound)).packets.reduce((sum, packet) => sum + packet.data.length, 0)
  const ofSilence = await bytes({ channels: [silent, silent] })
  expect(await bytes(makeSound('boat', samplesFor(5)))).toBeGreaterThan(ofSilence * 5)
})
