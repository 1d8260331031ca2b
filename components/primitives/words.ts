import type en from '@/lib/shared/messages/en/primitives.json'

/** What the page of the primitives says. Its own file: no other page carries it. */
export type Words = typeof en
