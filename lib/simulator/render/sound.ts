import { createHash } from 'node:crypto'

export const SAMPLE_RATE = 48_000

/** Left and right, from -1 to 1. */
export interface Sound {
  channels: readonly [Float32Array, Float32Array]
}

const FADE_IN_SECONDS = 0.6
const FADE_OUT_SECONDS = 0.9
/** Together with the breath below full scale, however the voices meet. */
const VOICE_LEVEL = 0.1
const BREATH_LEVEL = 0.12
/** Semitones above the root; every one of these sounds calm. */
const CHORDS = [
  [0, 7, 12, 16],
  [0, 7, 12, 15],
  [0, 5, 12, 17],
  [0, 7, 14, 19],
] as const

/**
 * An ambient sound of so many samples: a slow chord over a breath of wind. The words decide its key,
 * chord and colour, so the same words always sound the same.
 */
export function makeSound(words: string, samples: number): Sound {
  const dice = createHash('sha256').update(words).digest()
  const channels = [0, 1].map((side) => {
    const data = new Float32Array(samples)
    for (const voice of voicesOf(dice, side)) addVoice(data, voice)
    addBreath(data, { seed: dice.readUInt32LE(8 + side * 4), colour: roll(dice, 6) })
    fadeEnds(data)
    return data
  })
  const [left, right] = channels
  if (!left || !right) throw new Error('a sound has two channels')
  return { channels: [left, right] }
}

interface Voice {
  hertz: number
  /** How often a second it swells. */
  swell: number
  /** Where in its swelling it begins, in radians. */
  phase: number
}

/** A number from 0 to 1 that the words decided. */
function roll(dice: Buffer, index: number): number {
  return dice.readUInt8(index) / 255
}

function voicesOf(dice: Buffer, side: number): Voice[] {
  const root = 110 * 2 ** ((dice.readUInt8(0) % 12) / 12)
  const chord = CHORDS[dice.readUInt8(1) % CHORDS.length] ?? CHORDS[0]
  return chord.map((step, index) => ({
    // The sides are a little out of tune with each other, which sounds wide.
    hertz: root * 2 ** (step / 12) * (1 + (side - 0.5) * 0.004),
    swell: 0.1 + 0.2 * roll(dice, 2 + index),
    phase: index + side + roll(dice, 7) * Math.PI,
  }))
}

/** A sine that swells and ebbs. Turning a point costs a fraction of a sine for every sample. */
function addVoice(data: Float32Array, { hertz, swell, phase }: Voice): void {
  const [cos, sin] = turn(hertz)
  const [slowCos, slowSin] = turn(swell)
  let [x, y] = [0, 1]
  let [slowX, slowY] = [Math.sin(phase), Math.cos(phase)]
  for (let at = 0; at < data.length; at++) {
    data[at] = (data[at] ?? 0) + x * VOICE_LEVEL * (0.7 + 0.3 * slowX)
    ;[x, y] = [x * cos + y * sin, y * cos - x * sin]
    ;[slowX, slowY] = [slowX * slowCos + slowY * slowSin, slowY * slowCos - slowX * slowSin]
  }
}

function turn(hertz: number): [cos: number, sin: number] {
  const angle = (2 * Math.PI * hertz) / SAMPLE_RATE
  return [Math.cos(angle), Math.sin(angle)]
}

/** Noise without its highs; `colour` from 0, dark, to 1, bright. */
function addBreath(data: Float32Array, { seed, colour }: { seed: number; colour: number }): void {
  const openness = 0.01 + 0.05 * colour
  // What the filter takes away in loudness is given back.
  const level = (BREATH_LEVEL * 0.35) / Math.sqrt(openness)
  let state = seed | 1
  let held = 0
  for (let at = 0; at < data.length; at++) {
    // Marsaglia's xorshift: good enough for wind.
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    held += (state / 2 ** 31 - held) * openness
    data[at] = (data[at] ?? 0) + held * level
  }
}

function fadeEnds(data: Float32Array): void {
  const [rise, fall] = [FADE_IN_SECONDS * SAMPLE_RATE, FADE_OUT_SECONDS * SAMPLE_RATE]
  for (let at = 0; at < data.length; at++) {
    const part = Math.min(at / rise, (data.length - 1 - at) / fall, 1)
    if (part < 1) data[at] = (data[at] ?? 0) * part * part * (3 - 2 * part)
  }
}
