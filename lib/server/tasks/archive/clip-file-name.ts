import type { TaskRow } from '../store/task-row'

const WORDS_MAX_CHARACTERS = 40

/** `a-cat-turns-its-head-v5-540p-5s-3f9c.mp4`: the prompt's first words in any script, the settings, and the end of the id. */
export function clipFileName(
  task: Pick<TaskRow, 'id' | 'prompt' | 'model' | 'params'>,
  position: number,
): string {
  const words = Array.from(task.prompt.normalize('NFC').toLowerCase())
    .join('')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
  const short = Array.from(words)
    .slice(0, WORDS_MAX_CHARACTERS)
    .join('')
    .replace(/^-+|-+$/g, '')
  const { resolution, duration } = task.params
  const parts = [
    short || 'clip',
    task.model.replace('aisphere-', ''),
    resolution,
    `${duration}s`,
    task.id.slice(-4),
  ]
  return `${parts.join('-')}${position > 0 ? `-${position + 1}` : ''}.mp4`
}
