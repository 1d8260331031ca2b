/** Stills that are about to be drawn, by address, the oldest first; as long as one is held, the browser has it at hand. */
const held = new Map<string, HTMLImageElement>()
const MOST_HELD = 200

/**
 * Fetches stills before they are drawn: a tile that is drawn with its still is painted once, and one that gets it later is painted
 * again, with all that lies around it.
 */
export function fetchStills(urls: readonly string[]): void {
  for (const url of urls) {
    if (held.has(url)) continue
    const image = new Image()
    image.decoding = 'async'
    image.src = url
    held.set(url, image)
  }
  for (const url of held.keys()) {
    if (held.size <= MOST_HELD) break
    held.delete(url)
  }
}

/** Whether a still can be drawn at once: then nothing needs to stand in its place before. */
export function isAtHand(url: string | null): boolean {
  return url !== null && held.get(url)?.complete === true
}
