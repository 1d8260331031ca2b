import type { CheckName, Finding } from '@/lib/shared/findings'
import { withoutKey } from '../log'
import { finding } from './finding'

type Options = {
  check: CheckName
  run: () => Finding | Promise<Finding>
  deadlineMs: number
  key: string | null
}

/** Runs a check so that it neither throws nor outlasts its deadline, and says nothing of the key. */
export async function guarded({ check, run, deadlineMs, key }: Options): Promise<Finding> {
  const clear = (text: string) => (key ? withoutKey(text, key) : text)
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Finding>((resolve) => {
    const seconds = Math.round(deadlineMs / 1000)
    timer = setTimeout(() => resolve(finding(check, 'late', { seconds })), deadlineMs)
  })
  try {
    const found = await Promise.race([Promise.resolve().then(run), late])
    const params = Object.entries(found.params).map(([name, value]) => [
      name,
      typeof value === 'string' ? clear(value) : value,
    ])
    return { ...found, params: Object.fromEntries(params) }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return finding(check, 'broke', { why: clear(why.split('\n', 1)[0] ?? '') })
  } finally {
    clearTimeout(timer)
  }
}
