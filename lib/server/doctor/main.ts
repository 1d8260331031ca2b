import { pickLocale } from '@/lib/shared/locale'
import { describeFindings, summariseFindings } from './describe'
import { diagnose } from './diagnose'
import { lookAtKey } from './look-at-key'
import { renderFindings } from './render'

/** The doctor as a program: a line a check, or with `--json` all of it for another program. Ends with 1 when something is bad. */
async function main(): Promise<void> {
  // Made by Node from LC_ALL, LC_MESSAGES and LANG, or from the system where there are none.
  const { locale: ofSystem } = Intl.DateTimeFormat().resolvedOptions()
  const locale = pickLocale({ acceptLanguage: ofSystem })
  await lookAtKey()
  const findings = await diagnose()
  const told = describeFindings(findings, locale)
  const summary = summariseFindings(findings, locale)
  const isGood = findings.every(({ verdict }) => verdict !== 'bad')
  const isColoured = process.stdout.isTTY && process.stdout.hasColors()
  const text = process.argv.includes('--json')
    ? `${JSON.stringify({ isGood, summary, findings: told }, null, 2)}\n`
    : renderFindings({ told, summary, isColoured })
  // What is still being waited for after its deadline must not keep the program.
  process.stdout.write(text, () => process.exit(isGood ? 0 : 1))
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exit(1)
})
