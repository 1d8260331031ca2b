import { shortcut, type ShortcutId } from './shortcut-list'

const SIGNS: Record<string, string> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Enter: '↵',
  Escape: 'Esc',
}

/** What stands on the keys, each by itself: `['Ctrl', '↵']`. A key that has a name in each language is left as `Space`. */
export function keySigns(keys: string, isApple: boolean): string[] {
  return keys.split('+').map((key) => {
    if (key === 'Mod') return isApple ? '⌘' : 'Ctrl'
    if (key === 'Shift') return isApple ? '⇧' : 'Shift'
    return SIGNS[key] ?? (key.length === 1 ? key.toUpperCase() : key)
  })
}

/** In small type beside what it does: `Ctrl ↵`. */
export function shortcutHint(id: ShortcutId, isApple: boolean): string {
  return keySigns(shortcut(id).keys[0] ?? '', isApple).join(' ')
}

/** For `aria-keyshortcuts`. */
export function spokenShortcut(id: ShortcutId, isApple: boolean): string {
  return shortcut(id)
    .keys.map((keys) => keys.replace('Mod', isApple ? 'Meta' : 'Control'))
    .join(' ')
}
