import path from 'node:path'
import { CHECK_NAMES, type CheckName, type Finding } from '@/lib/shared/findings'
import type { Env } from '../env'
import { contractOf } from '../upstream/contract'
import { probeGateway } from '../upstream/probe'
import { checkAccepted } from './checks/accepted'
import { checkAddress } from './checks/address'
import { checkClock } from './checks/clock'
import { checkDatabase } from './checks/database'
import { checkDisk } from './checks/disk'
import { checkGateway } from './checks/gateway'
import { checkKey } from './checks/key'
import { checkQuery } from './checks/query'
import { checkSettings } from './checks/settings'
import { checkStills } from './checks/stills'
import { finding } from './finding'
import { guarded } from './guarded'
import { ownSubject, type Subject } from './subject'

export type DiagnoseOptions = {
  /** Left out: the settings of this process. */
  subject?: Subject
  /** Milliseconds that one check may take. */
  deadlineMs?: number
  /** The folder of the migrations that this version brings. */
  migrations?: string
}
type Check = () => Finding | Promise<Finding>
/** What needs settings that can be read. */
type Dependent = Exclude<CheckName, 'settings' | 'key'>

const DEADLINE_MS = 20_000

/**
 * Looks at a configuration without spending: questions for a made-up task, never a submit or an upload.
 * @returns one finding a check, in the order in which they are told; never throws
 */
export async function diagnose(options: DiagnoseOptions = {}): Promise<Finding[]> {
  const { subject = ownSubject(), deadlineMs = DEADLINE_MS } = options
  const { migrations = path.resolve(/* turbopackIgnore: true */ 'prisma/migrations') } = options
  const told = checkSettings(subject)
  const settings = told.reason === 'contract' ? null : subject.settings
  const checks: Record<CheckName, Check> = {
    settings: () => told,
    key: () => checkKey(subject.key, subject.settings?.gateway.keySource),
    ...(settings ? checksOf(settings, migrations) : SKIPPED),
  }
  const guard = { deadlineMs, key: subject.key }
  return Promise.all(CHECK_NAMES.map((check) => guarded({ ...guard, check, run: checks[check] })))
}

const SKIPPED: Record<Dependent, Check> = {
  gateway: () => finding('gateway', 'unread_settings'),
  accepted: () => finding('accepted', 'unread_settings'),
  query: () => finding('query', 'unread_settings'),
  address: () => finding('address', 'unread_settings'),
  database: () => finding('database', 'unread_settings'),
  disk: () => finding('disk', 'unread_settings'),
  stills: () => finding('stills', 'unread_settings'),
  clock: () => finding('clock', 'unread_settings'),
}

function checksOf(settings: Env, migrations: string): Record<Dependent, Check> {
  return {
    ...(settings.gateway.isSimulator ? SIMULATED : gatewayChecks(settings)),
    database: () => checkDatabase(settings, migrations),
    disk: () => checkDisk(settings),
    stills: () => checkStills(settings),
  }
}

type AboutGateway = Exclude<Dependent, 'database' | 'disk' | 'stills'>

/** The simulator starts with the studio: there is nobody to ask, and nothing to be paid. */
const SIMULATED: Record<AboutGateway, Check> = {
  gateway: () => finding('gateway', 'simulator'),
  accepted: () => finding('accepted', 'simulator'),
  query: () => finding('query', 'simulator'),
  address: () => finding('address', 'simulator'),
  clock: () => finding('clock', 'simulator'),
}

/** Asked once, told in four findings. */
function gatewayChecks(settings: Env): Record<AboutGateway, Check> {
  const { baseUrl, queryPath, keySource } = settings.gateway
  const probe = probeGateway(settings)
  const aboutKey = {
    accepted: async () => checkAccepted(await probe, contractOf(settings)),
    query: async () => checkQuery(await probe, queryPath),
  }
  return {
    gateway: async () => checkGateway(baseUrl, await probe),
    ...(keySource === 'unreadable' ? WITHOUT_KEY : aboutKey),
    address: () => checkAddress(settings),
    clock: async () => checkClock(await probe),
  }
}

/** Whether the gateway answers is seen without a key as well. */
const WITHOUT_KEY = {
  accepted: () => finding('accepted', 'no_key'),
  query: () => finding('query', 'no_key'),
}
