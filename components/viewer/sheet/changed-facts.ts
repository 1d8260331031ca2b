type Fact = readonly [name: string, value: string]
export type ChangedFact = { name: string; before: string | null; after: string | null }

/** Facts that are not the same on both sides; null where one side does not have it. */
export function changedFacts(before: readonly Fact[], after: readonly Fact[]): ChangedFact[] {
  const [was, is] = [new Map(before), new Map(after)]
  return [...new Set([...is.keys(), ...was.keys()])]
    .map((name) => ({ name, before: was.get(name) ?? null, after: is.get(name) ?? null }))
    .filter((fact) => fact.before !== fact.after)
}
