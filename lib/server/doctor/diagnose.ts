import type { CheckName, Finding } from '@/lib/shared/findings'
import type { Env } from '../env'
import { checkKey } from './checks/key'
import { checkSettings } from './checks/settings'
import { finding } from './finding'
import { guarded } from './guarded'
import { ownSubject, type Subject } from './subject'

export type DiagnoseOptions = {
  /** Left out: the settings of this process. */
  subject?: Subject
  /** Milliseconds that one check may take. */
  deadlineMs?: number
}

type Check = { check: CheckName; run: (settings: Env) => Finding | Promise<Finding> }

const DEADLINE_MS = 20_000

/**
 * Looks at a configuration without spending: questions for a made-up task, never a submit or an upload.
 * @returns one finding a check, in the order in which they are told; never throws
 */
export async function diagnose(options: DiagnoseOptions = {}): Promise<Finding[]> {
  const { subject = ownSubject(), deadlineMs = DEADLINE_MS } = options
  const { key, settings } = subject
  const guard = { deadlineMs, key }
  const told = checkSettings(subject)
  const isReadable = settings !== null && told.reason !== 'contract'
  const others = CHECKS.map(({ check, run }) =>
    isReadable
      ? guarded({ ...guard, check, run: () => run(settings) })
      : finding(check, 'unread_settings'),
  )
  return Promise.all([told, checkKey(key), ...others])
}

const CHECKS: Check[] = []
