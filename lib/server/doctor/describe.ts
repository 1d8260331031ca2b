import { createTranslator } from 'use-intl/core'
import {
  ANY_FINDING,
  type CheckName,
  type Finding,
  type FindingParams,
  type Verdict,
} from '@/lib/shared/findings'
import type { Locale } from '@/lib/shared/locale'
import en from '@/lib/shared/messages/en/doctor.json'
import zh from '@/lib/shared/messages/zh/doctor.json'

/** A finding in a person's language. */
export interface ToldFinding extends Finding {
  /** What was looked at. */
  name: string
  says: string
  /** The two in one line. */
  line: string
  /** What to do about it; null where nothing needs to be done. */
  remedy: string | null
}

type Said = { says: string; remedy?: string }
type Words = {
  line: string
  names: Record<CheckName, string>
  findings: Record<CheckName | 'any', Record<string, Said>>
  summary: Record<'good' | 'unsure' | 'bad', string>
}
const words: Record<Locale, Words> = { en, zh }

/** Puts findings into words. */
export function describeFindings(findings: Finding[], locale: Locale): ToldFinding[] {
  return findings.map((found) => {
    const { check, reason, params, verdict } = found
    const { line, names, findings: sentences } = words[locale]
    const said = sentences[reason in ANY_FINDING ? 'any' : check][reason]
    const name = names[check]
    const says = format(locale, said?.says ?? reason, params)
    const needsRemedy = verdict === 'bad' || verdict === 'unsure'
    return {
      ...found,
      name,
      says,
      line: format(locale, line, { name, says }),
      remedy: needsRemedy && said?.remedy ? format(locale, said.remedy, params) : null,
    }
  })
}

/** All findings in one sentence. */
export function summariseFindings(findings: Finding[], locale: Locale): string {
  const count = (verdict: Verdict) => findings.filter((one) => one.verdict === verdict).length
  const [bad, unsure] = [count('bad'), count('unsure')]
  const group = bad > 0 ? 'bad' : unsure > 0 ? 'unsure' : 'good'
  return format(locale, words[locale].summary[group], { bad, unsure })
}

function format(locale: Locale, sentence: string, values: FindingParams): string {
  return createTranslator({ locale, messages: { sentence } })('sentence', values)
}
