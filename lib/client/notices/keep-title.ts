/** What stands before the page's own title, or in its place; null for the page's own alone. */
export type TitleMark = { kind: 'before' | 'instead'; text: string } | null

/**
 * Puts a mark on the tab's title, and again on every title that the page gives itself after that. `end` leaves the page's own.
 * @param name what comes after a mark that stands in the title's place
 */
export function keepTitle(name: string) {
  let mark: TitleMark = null
  let own = document.title
  let written: string | null = null
  const apply = () => {
    if (document.title !== written) own = document.title
    const wanted = mark === null ? own : markedTitle(mark, own, name)
    written = wanted
    if (document.title !== wanted) document.title = wanted
  }
  const observer = new MutationObserver(apply)
  observer.observe(document.head, { childList: true, characterData: true, subtree: true })
  return {
    set(next: TitleMark): void {
      mark = next
      apply()
    },
    end(): void {
      observer.disconnect()
      mark = null
      apply()
    },
  }
}

function markedTitle({ kind, text }: NonNullable<TitleMark>, own: string, name: string): string {
  return kind === 'before' ? `${text} ${own}` : `${text} · ${name}`
}
