import { useState } from 'react'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect } from 'vitest'
import { someCounts } from '@/lib/client/gallery/test-counts'
import { useGalleryQuery } from '@/lib/client/gallery/use-gallery-query'
import { startTestStudio } from '@/lib/client/test-studio'
import type { GalleryCounts } from '@/lib/shared/gallery/gallery-wire'
import type { Locale } from '@/lib/shared/locale'
import { renderInStudio } from '../../test-render'
import { FilterBar } from './filter-bar'

export const COUNTS = someCounts(
  1234,
  {
    state: { succeeded: 1000, failed: 230 },
    seconds: { '10': 20, '5': 700 },
    rating: { '5': 3, '4': 12 },
    favorite: { '1': 17 },
    tag: { 'tag-1': 8, 'tag-2': 2 },
    collection: { 'col-1': 5 },
    sound: { '1': 40, '0': 1194 },
  },
  { 'tag-1': 'night', 'tag-2': 'rain', 'col-1': 'Showreel' },
)

function Bar(props: { total: number }) {
  const { query, dropped, setQuery } = useGalleryQuery()
  const [total, setTotal] = useState<number | undefined>(props.total)
  return (
    <>
      <FilterBar query={query} total={total} dropped={dropped} onChange={setQuery} />
      {[undefined, 1].map((next) => (
        <button key={String(next)} type="button" onClick={() => setTotal(next)}>
          Change the total to {next ?? 'unknown'}
        </button>
      ))}
    </>
  )
}

/** The bar as it stands in the gallery, at an address of a studio that counts. */
export async function openBar(
  options: {
    search?: string
    total?: number
    locale?: Locale
    counts?: () => GalleryCounts | null
  } = {},
) {
  const { search = '', total = 1234, locale, counts = () => COUNTS } = options
  const studio = await startTestStudio({
    'GET /api/gallery/counts': () => {
      const json = counts()
      return json ? { json } : { status: 404, json: {} }
    },
  })
  window.history.replaceState(null, '', `/gallery${search}`)
  return {
    studio,
    user: userEvent.setup(),
    ...renderInStudio(<Bar total={total} />, { locale }),
  }
}

export const search = () => window.location.search

/** Opens the menu of a chip; jsdom knows no popovers. */
export async function openMenu(name: string): Promise<HTMLElement> {
  const chip = screen.getByRole('button', { name })
  fireEvent.focus(chip)
  const menu = chip.nextElementSibling
  if (!(menu instanceof HTMLElement)) throw new Error(`${name} has no menu`)
  menu.removeAttribute('popover')
  const event = new Event('beforetoggle')
  Object.assign(event, { newState: 'open', oldState: 'closed' })
  fireEvent(menu, event)
  await waitFor(() => expect(menu.querySelector('input')).toBeTruthy())
  return menu
}
