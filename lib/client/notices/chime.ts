/** Hertz, one after the other: upwards for what is done, downwards for what needs somebody. */
const NOTES = { done: [659.25, 880], needs: [587.33, 440] } as const
const NOTE_SECONDS = 0.14
const RING_SECONDS = 0.5
const LOUDNESS = 0.12

let context: AudioContext | undefined

/** A short sound, made here. Where the browser keeps a tab quiet in which nobody has clicked yet, there is none. */
export function playChime(kind: keyof typeof NOTES): void {
  if (!('AudioContext' in window)) return
  context ??= new AudioContext()
  // Never settles in a tab that must be quiet.
  if (context.state === 'suspended') void context.resume()
  const start = context.currentTime
  for (const [index, hertz] of NOTES[kind].entries()) {
    ring(context, hertz, start + index * NOTE_SECONDS)
  }
}

function ring(audio: AudioContext, hertz: number, at: number): void {
  const tone = audio.createOscillator()
  const loudness = audio.createGain()
  tone.frequency.value = hertz
  loudness.gain.setValueAtTime(0, at)
  loudness.gain.linearRampToValueAtTime(LOUDNESS, at + 0.01)
  loudness.gain.exponentialRampToValueAtTime(0.0001, at + RING_SECONDS)
  tone.connect(loudness).connect(audio.destination)
  tone.start(at)
  tone.stop(at + RING_SECONDS)
}
