import { FRAMES_PER_SECOND } from './render/clip-size'
import type { Task } from './task-files'

export interface Usage {
  images: number
  seconds: number
  input_tokens: number
  output_tokens: number
  total_tokens: number
}

export const NO_USAGE: Usage = {
  images: 0,
  seconds: 0,
  input_tokens: 0,
  output_tokens: 0,
  total_tokens: 0,
}

const TOKENS_PER_PICTURE = 258
const CHARACTERS_PER_TOKEN = 4
const PIXELS_PER_TOKEN = 1024

/** What a finished clip used: made up, but plausible, and the same whenever it is asked for. */
export function usageOf(task: Task): Usage {
  const { submission, pictures, clip } = task
  const text = Math.ceil([...submission.prompt].length / CHARACTERS_PER_TOKEN)
  const input = text + TOKENS_PER_PICTURE * pictures.length
  const pixels = clip.width * clip.height * FRAMES_PER_SECOND * clip.seconds
  const output = Math.ceil(pixels / PIXELS_PER_TOKEN)
  return {
    images: pictures.length,
    seconds: clip.seconds,
    input_tokens: input,
    output_tokens: output,
    total_tokens: input + output,
  }
}
