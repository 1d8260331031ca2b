import type { PauseReason } from '@/lib/shared/errors'

/** What is mended in the settings; an unreadable key is not mended by going on. */
export const KEY_REASONS: readonly PauseReason[] = ['key_refused', 'key_unreadable']
