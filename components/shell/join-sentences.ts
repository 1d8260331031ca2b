import { useLocale } from 'next-intl'

/** Puts sentences one after the other: a Chinese full stop brings its own room. */
export function useJoinSentences(): (...sentences: readonly string[]) => string {
  const gap = useLocale() === 'zh' ? '' : ' '
  return (...sentences) => sentences.join(gap)
}
