import type { Finding } from '@/lib/shared/findings'
import type { KeySource } from '../../env'
import { finding } from '../finding'

/** How the keys of the page's example begin. */
const USUAL_START = 'sk-'
/** No key is this short. */
const SHORTEST = 12
/** What documents write in the place of a key: at its start, since chance may put any word within one. */
const PLACEHOLDER =
  /^(sk-)?(x{3}|\*{3}|\.{3}|…|<|\[|your|change|example|placeholder|todo|key$|none$)/iu

/** Whether there is a key, and whether it looks like one that was copied whole. Says nothing of its characters. */
export function checkKey(key: string | null, source: KeySource = 'environment'): Finding {
  if (source === 'unreadable') return finding('key', 'unreadable')
  if (key === null) return finding('key', 'simulator')
  if (/^bearer\b/i.test(key)) return finding('key', 'bearer')
  if (/^(["'`“‘]).*|.*["'`”’]$/u.test(key)) return finding('key', 'quoted')
  if (/\s/.test(key)) return finding('key', 'spaces')
  if (PLACEHOLDER.test(key)) return finding('key', 'placeholder')
  if (!/^[\x21-\x7e]+$/.test(key)) return finding('key', 'characters')
  const isUsual = key.startsWith(USUAL_START) && key.length >= SHORTEST
  if (!isUsual) return finding('key', 'unusual')
  return finding('key', source === 'stored' ? 'stored' : 'present')
}
