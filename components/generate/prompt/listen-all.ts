type Listening = readonly [target: EventTarget, name: string, listener: (event: Event) => void]

/** Listens to all of them; answers how to stop. */
export function listenAll(listenings: readonly Listening[]): () => void {
  for (const [target, name, listener] of listenings) target.addEventListener(name, listener)
  return () => {
    for (const [target, name, listener] of listenings) target.removeEventListener(name, listener)
  }
}
