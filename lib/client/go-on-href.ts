import type { GoOnWay } from '@/lib/shared/family'

/** The create page with what is taken along from a task. `frame`: the stored picture that a longer clip begins with. */
export function goOnHref(id: string, way: GoOnWay, frame?: string): string {
  const params = new URLSearchParams({ from: id, way, ...(frame !== undefined && { frame }) })
  return `/?${params}`
}
