import type { Finding } from '@/lib/shared/findings'
import type { Env } from '../../env'
import { hasFfmpeg } from '../../posters/clip-frame'
import { finding } from '../finding'

/** Whether stills can be taken from clips. */
export async function checkStills({ ffmpeg }: Pick<Env, 'ffmpeg'>): Promise<Finding> {
  const { command } = ffmpeg
  return finding('stills', (await hasFfmpeg(ffmpeg)) ? 'ffmpeg' : 'none', { command })
}
