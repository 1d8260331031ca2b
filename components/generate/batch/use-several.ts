import { useDeferredValue, useMemo, useRef, useState } from 'react'
import { openBatchStore } from '@/lib/client/batch-store'
import { expandGrid } from '@/lib/shared/expand-grid'
import { gridFields, gridTexts } from '@/lib/shared/grid-fields'
import type { RuleSet } from '@/lib/shared/models/catalogue'
import { estimateBodies, type PriceTable } from '@/lib/shared/pricing'
import type { TaskBody } from '@/lib/shared/task-schema'
import { axesOf, readChoices, type Choices } from './several-choices'

export type Several = ReturnType<typeof useSeveral>

/** What is chosen, what can be, and what comes of it. */
export function useSeveral(options: { base: TaskBody; rules: RuleSet; prices: PriceTable }) {
  const { base, rules, prices } = options
  const [store] = useState(openBatchStore)
  const [choices, setChoices] = useState(() => readChoices(store.choices()))
  const latest = useRef(choices)
  /** Uploads end one after the other: each adds to what there is by then. */
  const change = (next: (before: Choices) => Partial<Choices>) => {
    latest.current = { ...latest.current, ...next(latest.current) }
    store.keep(latest.current)
    setChoices(latest.current)
  }
  const chosenModels = choices.fields.model
  const { offers, texts } = useMemo(() => {
    const models = [...new Set([base.model, ...(chosenModels ?? []).map(String)])]
    const choice = { base, models, rules }
    return { offers: gridFields(choice), texts: gridTexts(choice) }
  }, [base, rules, chosenModels])
  // A large grid is worked out behind what is being typed.
  const settled = useDeferredValue(choices)
  const result = useMemo(() => {
    const axes = axesOf(settled, { base, offers, texts, seedStart: store.seedStart() })
    const grid = expandGrid(base, axes, rules)
    return { ...grid, ...estimateBodies(grid.bodies, prices) }
  }, [settled, base, offers, texts, rules, prices, store])
  return { base, choices, change, offers, texts, result, isSettling: settled !== choices, store }
}
