/**
 * Every key of the studio, in the order in which the keys page tells them. A name begins with its area: where the key means that.
 * `Mod` is Ctrl, and ⌘ on Apple's keyboards. What each does is said in messages/…/keys.json under the same name.
 */
export type Shortcut = {
  /** Each of them does it. */
  keys: readonly string[]
  /** Also while somebody writes in a field. */
  isInFields?: true
  /** Also while a dialog is open. */
  isOverDialogs?: true
  /** Again and again while it is held down. */
  isRepeated?: true
  /** Heard by what has the focus itself, and not bound: here it is only told. */
  isNative?: true
}

const ARROWS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const
const STARS = ['1', '2', '3', '4', '5'] as const

export const SHORTCUTS = {
  'everywhere.keys': { keys: ['?'] },
  'everywhere.undo': { keys: ['Mod+z'], isOverDialogs: true },

  'create.generate': { keys: ['Mod+Enter'], isInFields: true },

  'gallery.search': { keys: ['/'] },
  'gallery.move': { keys: ARROWS, isNative: true },
  'gallery.first': { keys: ['Home'], isNative: true },
  'gallery.last': { keys: ['End'], isNative: true },
  'gallery.open': { keys: ['Enter'], isNative: true },
  'gallery.view': { keys: ['v'] },
  'gallery.fresh': { keys: ['n'] },

  'selection.toggle': { keys: ['x'] },
  'selection.extend': { keys: ARROWS.map((arrow) => `Shift+${arrow}`), isRepeated: true },
  'selection.all': { keys: ['Mod+a'] },
  'selection.clear': { keys: ['Escape'] },
  'selection.favorite': { keys: ['f'] },
  'selection.rate': { keys: STARS },
  'selection.unrate': { keys: ['0'] },
  'selection.tag': { keys: ['t'] },
  'selection.collect': { keys: ['c'] },
  'selection.download': { keys: ['d'] },
  'selection.retry': { keys: ['r'] },
  'selection.delete': { keys: ['Delete', 'Backspace'] },
  'selection.earlier': { keys: ['['] },
  'selection.later': { keys: [']'] },

  'viewer.play': { keys: ['Space', 'k'] },
  'viewer.previous': { keys: ['ArrowLeft'], isRepeated: true },
  'viewer.next': { keys: ['ArrowRight'], isRepeated: true },
  'viewer.back': { keys: ['Shift+ArrowLeft'], isRepeated: true },
  'viewer.ahead': { keys: ['Shift+ArrowRight'], isRepeated: true },
  'viewer.frameBack': { keys: [','], isRepeated: true },
  'viewer.frameAhead': { keys: ['.'], isRepeated: true },
  'viewer.loop': { keys: ['l'] },
  'viewer.slower': { keys: ['['] },
  'viewer.faster': { keys: [']'] },
  'viewer.mute': { keys: ['m'] },
  'viewer.fullscreen': { keys: ['Shift+f'] },
  'viewer.details': { keys: ['i'] },
  'viewer.favorite': { keys: ['f'] },
  'viewer.rate': { keys: STARS },
  'viewer.unrate': { keys: ['0'] },
  'viewer.tag': { keys: ['t'] },
  'viewer.reuse': { keys: ['u'] },
  'viewer.download': { keys: ['d'] },
  'viewer.retry': { keys: ['r'] },
  'viewer.delete': { keys: ['Delete', 'Backspace'] },
  'viewer.close': { keys: ['Escape'] },
} as const satisfies Record<string, Shortcut>

export type ShortcutId = keyof typeof SHORTCUTS
type AreaOf<Id extends string> = Id extends `${infer Area}.${string}` ? Area : never
export type ShortcutArea = AreaOf<ShortcutId>

export const SHORTCUT_IDS: readonly ShortcutId[] = Object.keys(SHORTCUTS).filter(isShortcutId)

export const SHORTCUT_AREAS: readonly ShortcutArea[] = [...new Set(SHORTCUT_IDS.map(areaOf))]

export function shortcut(id: ShortcutId): Shortcut {
  return SHORTCUTS[id]
}

export function areaOf<Id extends ShortcutId>(id: Id): AreaOf<Id>
export function areaOf(id: string): string {
  return id.slice(0, id.indexOf('.'))
}

function isShortcutId(id: string): id is ShortcutId {
  return id in SHORTCUTS
}
