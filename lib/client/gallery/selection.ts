import { useSyncExternalStore } from 'react'
import { askRange } from './ask-range'
import {
  countSelected,
  isInSelection,
  NOTHING_SELECTED,
  selectionOf,
  withIds,
  type Selected,
} from './selected'

/** The list that is on the page: `idAt` knows the clips that are loaded. */
export type Order = { search: string; idAt: (index: number) => string | undefined }
type Place = { id: string; index: number }

type State = {
  selected: Selected
  /** Clicks select, also while nothing is selected yet. */
  isBegun: boolean
  /** Where Shift begins, and what was selected there: a second Shift takes the place of the first. */
  anchor: (Place & { base: Selected }) | null
  /** The clips between two were asked for and did not come. */
  isRangeLost: boolean
}

/** Places that are looked at on either side. */
const NEARBY = 1_000

const EMPTY: State = {
  selected: NOTHING_SELECTED,
  isBegun: false,
  anchor: null,
  isRangeLost: false,
}
let state = EMPTY
let order: Order | null = null
let asked = 0
const listeners = new Set<() => void>()

/** The grid says what it shows. All of another query are not all of this one. */
export function showOrder(shown: Order): void {
  const isOther = shown.search !== order?.search
  order = shown
  if (!isOther) return
  asked += 1
  if (state.selected.kind === 'all' && state.selected.search !== shown.search) return clear()
  put({ ...state, anchor: null })
}

/** The clip at a place of the list, where it is loaded. */
export function idAt(index: number): string | undefined {
  return order?.idAt(index)
}

/** Where a clip stands in the list, looked for around where it was last seen; null where that is not loaded. */
export function indexOf(id: string): number | null {
  const near = state.anchor?.index ?? 0
  for (let step = 0; step < NEARBY; step += 1) {
    for (const index of [near + step, near - step]) if (idAt(index) === id) return index
  }
  return null
}

/** Clicks select from now on: the way in without a mouse. */
export function begin(): void {
  put({ ...state, isBegun: true })
}

export function toggle(id: string, index: number): void {
  asked += 1
  const selected = withIds(state.selected, [id], !isInSelection(state.selected, id))
  put({ ...state, selected, anchor: { id, index, base: selected }, isRangeLost: false })
}

/** From the anchor to here, both included; clips that are not loaded are asked for. Without an anchor, this one. */
export async function extendTo(id: string, index: number): Promise<void> {
  const { anchor } = state
  if (!anchor) return toggle(id, index)
  asked += 1
  const turn = asked
  const known = loadedBetween(anchor.index, index)
  const take = (ids: readonly string[]) =>
    put({ ...state, selected: withIds(anchor.base, ids, true), isRangeLost: false })
  if (known) return take(known)
  take([anchor.id, id])
  const [from, to] = anchor.index < index ? [anchor.id, id] : [id, anchor.id]
  const ids = await askRange({ search: order?.search ?? '', from, to }).catch(() => null)
  if (turn !== asked) return
  if (ids) take(ids)
  else put({ ...state, isRangeLost: true })
}

/** All that the query finds, up to the youngest that there was. */
export function selectAll(search: string, total: number, youngest: string | null): void {
  asked += 1
  const selected: Selected = { kind: 'all', search, total, youngest, except: new Set() }
  put({ ...state, selected, anchor: null, isRangeLost: false })
}

/** What a drag has covered, beside what was selected when it began. */
export function selectBeside(base: Selected, ids: readonly string[]): void {
  asked += 1
  put({ ...state, selected: withIds(base, ids, true), anchor: null })
}

export function clear(): void {
  asked += 1
  put(EMPTY)
}

type Click = Pick<MouseEvent, 'ctrlKey' | 'metaKey' | 'shiftKey' | 'preventDefault'>

/** @returns whether the click selected something; if not, it is to open the clip. */
export function handleCardClick(click: Click, task: { id: string }, index: number): boolean {
  const isRange = click.shiftKey && isSelecting()
  if (!isRange && !click.shiftKey && !click.ctrlKey && !click.metaKey && !isSelecting())
    return false
  click.preventDefault()
  if (isRange) void extendTo(task.id, index)
  else toggle(task.id, index)
  return true
}

/** From the clip that has the focus to where an arrow key leads. */
export function extendFocus(from: number, to: number): void {
  const [begin, end] = [idAt(from), idAt(to)]
  if (begin === undefined || end === undefined) return
  if (!state.anchor) {
    const base = withIds(state.selected, [begin], true)
    put({ ...state, selected: base, anchor: { id: begin, index: from, base } })
  }
  void extendTo(end, to)
}

export const isSelecting = (): boolean => state.isBegun || countSelected(state.selected) > 0
export const currentSelected = (): Selected => state.selected

export function useSelection() {
  const { selected, isRangeLost } = useStored((now) => now)
  return {
    selected,
    count: countSelected(selected),
    selection: selectionOf(selected),
    isRangeLost,
    isSelecting: useIsSelecting(),
  }
}

export function useIsSelected(id: string): boolean {
  return useStored((now) => isInSelection(now.selected, id))
}

export function useIsSelecting(): boolean {
  return useStored((now) => now.isBegun || countSelected(now.selected) > 0)
}

function useStored<Value>(pick: (state: State) => Value): Value {
  return useSyncExternalStore(
    subscribe,
    () => pick(state),
    () => pick(EMPTY),
  )
}

function loadedBetween(one: number, other: number): string[] | null {
  const [first, last] = one < other ? [one, other] : [other, one]
  const ids: string[] = []
  for (let index = first; index <= last; index += 1) {
    const id = order?.idAt(index)
    if (id === undefined) return null
    ids.push(id)
  }
  return ids
}

function put(next: State): void {
  state = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** For tests: nothing of one stands in the next. */
export function forgetSelection(): void {
  order = null
  clear()
}
