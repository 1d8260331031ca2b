import type { Page } from 'playwright/test'
import type enAttention from '@/lib/shared/messages/en/attention.json'
import type en from '@/lib/shared/messages/en/studio.json'
import type { CreatePage } from '../pages/create-page'
import type { EveryState } from '../support/every-state'
import type { Studio } from '../support/studio'

/** Where a state is brought about. */
export type Scene = {
  page: Page
  /** A studio that has seen everything, its queue paused. */
  every: EveryState
  /** One without a single clip; its worker is off. */
  empty: Studio
  /** The form of the empty studio. */
  create: CreatePage
  say: typeof en
  told: typeof enAttention
  /** Takes back what the state needed, once it has been looked at. */
  afterwards: (undo: () => Promise<void>) => void
}

export type State = {
  name: string
  show: (scene: Scene) => Promise<void>
  /** What the browser may say of it. */
  console?: RegExp
}
