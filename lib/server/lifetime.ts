import { setMaxListeners } from 'node:events'

// The front door and Next's bundles hold separate copies of this module; what must be one lives on globalThis.
const CLOSING = Symbol.for('aisphere-studio.closing')
const INSTANCE = Symbol.for('aisphere-studio.instance')
const shared: typeof globalThis & { [CLOSING]?: AbortController; [INSTANCE]?: string } = globalThis

function controller(): AbortController {
  if (!shared[CLOSING]) {
    shared[CLOSING] = new AbortController()
    setMaxListeners(0, shared[CLOSING].signal) // one listener an open event stream is no leak
  }
  return shared[CLOSING]
}

/** Aborted once this process has begun to shut down: event streams end, nothing new is started. */
export function closing(): AbortSignal {
  return controller().signal
}

export function beginClosing(): void {
  controller().abort()
}

/** Names this run of the studio, so that `npm run up` can tell it from a stranger on the same port. Empty outside the front door. */
export function instance(): string {
  return shared[INSTANCE] ?? ''
}

export function nameInstance(name: string): void {
  shared[INSTANCE] = name
}
