import type { RuleSet } from '@/lib/shared/models/catalogue'

/** What the form must know of this studio. */
export type StudioFacts = { rules: RuleSet; uploadMaxBytes: number; isSimulator: boolean }
