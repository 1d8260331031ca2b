/** What a person does that is written down. `restore` is of the whole studio from a backup, `undelete` of one task from the trash, `purge` out of it for good. */
export const AUDIT_ACTIONS = [
  'attach',
  'resend',
  'dismiss',
  'cancel',
  'retry',
  'fetch',
  'delete',
  'undelete',
  'purge',
  'resume_queue',
  'store_key',
  'remove_key',
  'restore',
] as const
export type AuditAction = (typeof AUDIT_ACTIONS)[number]
