import { channel } from 'node:diagnostics_channel'

/** Every moment at which a crash would leave something half done: before and after what must not be torn apart. */
export const MILESTONES = [
  // A task or a batch is accepted; a person decides about one; a picture is taken in.
  'create.committing',
  'create.committed',
  'decision.committing',
  'decision.committed',
  'picture.committing',
  'picture.committed',
  // A picture or a clip finds its place: written beside it, synced, renamed, its folder synced.
  'file.written',
  'file.synced',
  'file.renamed',
  'file.kept',
  // The paid request: claimed, on its way, answered, noted; and what becomes of one that nobody answered for.
  'submit.claiming',
  'submit.claimed',
  'epoch.noting',
  'epoch.noted',
  'submit.sending',
  'submit.sent',
  'submit.answering',
  'submit.answered',
  'submit.writing',
  'submit.written',
  'expiry.writing',
  'expiry.written',
  'rescue.writing',
  'rescue.written',
  'pause.writing',
  'pause.written',
  // The question for its result, and the clip's way into the archive.
  'question.claimed',
  'question.answered',
  'question.written',
  'archive.claimed',
  'archive.received',
  'archive.probed',
  'archive.noting',
  'archive.noted',
  'archive.succeeding',
  'archive.succeeded',
] as const
export type Milestone = (typeof MILESTONES)[number]

/**
 * Where they are heard: `node:diagnostics_channel`, which is one for the whole process, whatever bundle publishes. Nobody
 * listens but `npm run test:faults`, which ends or stops the process there (e2e/faults/machinery/preload.mjs).
 */
const milestones = channel('studio:milestone')

/** Says that this process is there. Whoever listens is called before this returns. */
export function milestone(name: Milestone): void {
  if (milestones.hasSubscribers) milestones.publish({ name })
}
