import type { Diagnosis } from '@/lib/shared/diagnosis'
import type { Finding } from '@/lib/shared/findings'
import type { Locale } from '@/lib/shared/locale'
import { describeFindings } from './describe'
import { diagnose } from './diagnose'

type Examination = { at: Date; findings: Finding[] }

const KEY = Symbol.for('aisphere-studio.examination')
const shared: typeof globalThis & { [KEY]?: Promise<Examination> } = globalThis

/** What the doctor finds of this studio, now. Whoever asks while it looks gets the same findings: there is one look at a time. */
export async function examine(locale: Locale): Promise<Diagnosis> {
  shared[KEY] ??= lookOnce().finally(() => delete shared[KEY])
  const { at, findings } = await shared[KEY]
  return {
    at: at.toISOString(),
    findings: describeFindings(findings, locale).map(({ check, verdict, name, says, remedy }) => {
      return { check, verdict, name, says, remedy }
    }),
  }
}

async function lookOnce(): Promise<Examination> {
  const findings = await diagnose()
  return { at: new Date(), findings }
}
