/** What the doctor looks at, in the order in which it is told. */
export const CHECK_NAMES = [
  'settings',
  'key',
  'gateway',
  'accepted',
  'query',
  'address',
  'database',
  'disk',
  'stills',
  'clock',
] as const
export type CheckName = (typeof CHECK_NAMES)[number]
export type Verdict = 'good' | 'bad' | 'unsure' | 'skipped'

/**
 * All that the doctor can find, and what each finding means for the studio:
 * good; bad (it will not work as it is); unsure (cannot be known from here); skipped (nothing to be known).
 * Its words stand in messages/{en,zh}/doctor.json under the same two names.
 */
export const FINDINGS = {
  settings: { usable: 'good', unusable: 'bad', contract: 'bad', host: 'bad', stray: 'bad' },
  key: {
    present: 'good',
    stored: 'good',
    unreadable: 'bad',
    simulator: 'skipped',
    placeholder: 'bad',
    bearer: 'bad',
    quoted: 'bad',
    spaces: 'bad',
    characters: 'bad',
    unusual: 'unsure',
  },
  gateway: {
    answers: 'good',
    simulator: 'skipped',
    plain_http: 'bad',
    name_unknown: 'bad',
    no_name_service: 'bad',
    refused: 'bad',
    unreachable: 'bad',
    tls: 'bad',
    silent: 'bad',
    broke_off: 'bad',
    redirects: 'bad',
    a_page: 'bad',
    no_json: 'unsure',
    unwell: 'unsure',
  },
  accepted: {
    accepted: 'good',
    simulator: 'skipped',
    no_key: 'skipped',
    refused: 'bad',
    no_balance: 'bad',
    barred: 'unsure',
    busy: 'unsure',
    not_asked: 'unsure',
    not_told: 'unsure',
  },
  query: {
    found: 'good',
    simulator: 'skipped',
    no_key: 'skipped',
    configured_missing: 'bad',
    none_found: 'unsure',
    alike: 'unsure',
    not_asked: 'unsure',
  },
  address: {
    reached: 'good',
    local: 'good',
    simulator: 'skipped',
    missing: 'bad',
    not_https: 'bad',
    extra_parts: 'bad',
    not_public: 'bad',
    not_for_neighbours: 'bad',
    name_unknown: 'bad',
    tls: 'bad',
    redirects: 'bad',
    other_studio: 'bad',
    something_else: 'bad',
    resolves_inside: 'unsure',
    odd_port: 'unsure',
    data_uri: 'unsure',
    not_running: 'unsure',
    unknown_studio: 'unsure',
    not_from_here: 'unsure',
  },
  database: {
    current: 'good',
    will_be_made: 'good',
    will_be_migrated: 'good',
    cannot_open: 'bad',
    not_a_database: 'bad',
    not_ours: 'bad',
    damaged: 'bad',
    read_only: 'bad',
    newer: 'bad',
    half_migrated: 'bad',
    settings_refused: 'bad',
    network: 'bad',
    foreign_disk: 'unsure',
    locked: 'unsure',
  },
  disk: {
    room: 'good',
    will_be_made: 'good',
    not_a_folder: 'bad',
    not_writable: 'bad',
    low: 'bad',
  },
  stills: { ffmpeg: 'good', none: 'skipped' },
  clock: { right: 'good', simulator: 'skipped', off: 'bad', not_told: 'unsure' },
} as const satisfies Record<CheckName, Record<string, Verdict>>

/** What may come of any check. */
export const ANY_FINDING = { late: 'unsure', broke: 'bad', unread_settings: 'skipped' } as const

export type Reason<Name extends CheckName> =
  keyof (typeof FINDINGS)[Name] | keyof typeof ANY_FINDING
export type FindingParams = Record<string, string | number>

export interface Finding {
  check: CheckName
  verdict: Verdict
  reason: string
  /** The figures and names of its sentence; never a secret. */
  params: FindingParams
}
