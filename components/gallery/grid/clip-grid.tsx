'use client'

import { useCallback, useEffect, useMemo, useState, type MouseEvent } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { clipAt } from '@/lib/client/gallery/gallery-cache'
import { galleryQueries } from '@/lib/client/gallery/gallery-queries'
import { pageAt, type Shape } from '@/lib/client/gallery/gallery-shape'
import type { GalleryView } from '@/lib/client/gallery/gallery-view'
import { openClip } from '@/lib/client/gallery/open-clip'
import {
  clipsOfRow,
  layOutLines,
  layOutRows,
  layoutHeight,
  rowTop,
} from '@/lib/client/gallery/row-layout'
import { handleCardClick, showOrder } from '@/lib/client/gallery/selection'
import { useShortcut } from '@/lib/client/shortcuts/use-shortcut'
import { endMotion } from '../../player/motion'
import { useDragSelection } from '../selection/use-drag-selection'
import { GridPage } from './grid-page'
import { useGridBox } from './use-grid-box'
import { useGridKeys } from './use-grid-keys'
import { cardOf, useGridPointer } from './use-grid-pointer'
import { useHeldWindow } from './use-held-window'

const LOOKS = {
  comfortable: 'clip-rows',
  compact: 'clip-rows clip-rows-compact',
  list: 'clip-lines',
} as const satisfies Record<GalleryView, string>

/**
 * Every clip of a gallery in its place, of which those near the window are drawn. Before it is alive the first page stands as the
 * browser lays it out, and nothing moves when it is: both follow one rule (row-layout.ts).
 */
export function ClipGrid(props: {
  shape: Shape
  isWhole: boolean
  search: string
  view: GalleryView
  label: string
}) {
  const { shape, isWhole, search, view, label } = props
  const [root, setRoot] = useState<HTMLElement | null>(null)
  const [list, setList] = useState<HTMLElement | null>(null)
  const box = useGridBox(list, view)
  const isList = view === 'list'
  const { ratios, total } = shape
  const layout = useMemo(
    () => box && (isList ? layOutLines(total, box) : layOutRows(ratios, total, box)),
    [box, isList, ratios, total],
  )
  const held = useHeldWindow({ root, list, layout, shape, isWhole, search })
  const { span, isFast, stop, look } = held
  const keys = useGridKeys({ list, root, layout, ratios: isList ? null : ratios })
  const { focusWanted } = keys
  useShortcut('selection.extend', keys.extend)
  useDragSelection({ root, layout, ratios: isList ? null : ratios })
  const handleLoad = useCallback(() => {
    look()
    focusWanted()
  }, [look, focusWanted])
  const taskAt = useTaskAt(search, shape)
  const pointer = useGridPointer({ list, taskAt, onOpen: useOpen(search, taskAt) })

  const from = layout && span ? clipsOfRow(layout, span.firstRow)[0] : 0
  const until = layout && span ? clipsOfRow(layout, span.lastRow)[1] : (shape.pages[0]?.end ?? 0)
  usePageAhead({ search, shape, index: 2 * until - from, isPassedOver: isFast || !layout })
  const tabStop = keys.current >= from && keys.current < until ? keys.current : Math.max(from, stop)
  return (
    <div
      ref={setRoot}
      style={layout ? { height: layoutHeight(layout) } : undefined}
      className="relative select-none [overflow-anchor:none]"
    >
      <ul
        ref={setList}
        role="list"
        aria-label={label}
        tabIndex={-1}
        data-more={until < total || !isWhole ? '' : undefined}
        style={layout && span ? { paddingTop: rowTop(layout, span.firstRow) } : undefined}
        className={`clip-window outline-none ${LOOKS[view]}`}
        onKeyDown={keys.handleKeyDown}
        {...pointer}
        onFocus={(event) => {
          const card = cardOf(event.target)
          if (card) keys.noteFocus(card.index)
          pointer.onFocus(event)
        }}
      >
        {shape.pages.map(({ cursor, start, end }) =>
          end <= from || start >= until ? null : (
            <GridPage
              key={cursor ?? ''}
              shape={shape}
              search={search}
              cursor={cursor}
              start={start}
              from={Math.max(from, start)}
              until={Math.min(until, end)}
              view={view}
              tabStop={tabStop}
              isPassedOver={isFast}
              onLoad={handleLoad}
            />
          ),
        )}
      </ul>
    </div>
  )
}

/** The page that comes next is asked for before it is drawn, so that its stills can be. */
function usePageAhead(options: {
  search: string
  shape: Shape
  index: number
  isPassedOver: boolean
}) {
  const { search, shape, index, isPassedOver } = options
  const client = useQueryClient()
  const { cursor = null } = shape.pages[pageAt(shape, index)] ?? {}
  useEffect(() => {
    if (cursor !== null && !isPassedOver)
      void client.prefetchQuery(galleryQueries.page(search, cursor))
  }, [client, search, cursor, isPassedOver])
}

function useTaskAt(search: string, shape: Shape) {
  const client = useQueryClient()
  const taskAt = useCallback(
    (index: number) => clipAt(client, search, shape, index),
    [client, search, shape],
  )
  useEffect(() => showOrder({ search, idAt: (index) => taskAt(index)?.id }), [search, taskAt])
  return taskAt
}

/** A click selects where that is what one is doing, and else opens the clip over the gallery; in a new tab it is its own page. */
function useOpen(search: string, taskAt: ReturnType<typeof useTaskAt>) {
  return useCallback(
    (event: MouseEvent, index: number) => {
      const task = taskAt(index)
      if (!task || handleCardClick(event, task, index) || event.altKey) return
      event.preventDefault()
      endMotion()
      openClip(task.id, search)
    },
    [search, taskAt],
  )
}
