import type { Locale } from '@/lib/shared/locale'
import type en from './en/camera-guide.json'

export type CameraGuide = typeof en

/** What is said where a camera move is chosen. No page carries it: it comes with the moves, as they are opened. */
export async function loadCameraGuide(locale: Locale): Promise<CameraGuide> {
  const { default: guide } =
    locale === 'zh'
      ? await import('./zh/camera-guide.json')
      : await import('./en/camera-guide.json')
  return guide
}
