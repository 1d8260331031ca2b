// @vitest-environment jsdom
import { useState } from 'react'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { startTestStudio } from '@/lib/client/test-studio'
import type { Locale } from '@/lib/shared/locale'
import { CAMERA_MOVEMENTS } from '@/lib/shared/models/catalogue'
import { renderInStudio, watchConsole } from '../../test-render'
import { CameraField } from './camera-field'
import { CameraWord } from './camera-word'

watchConsole()

/** Which animations were begun, and which of them go on. */
const begun: { keyframes: Keyframe[]; isOver: boolean }[] = []
const going = () => begun.filter(({ isOver }) => !isOver)

beforeEach(async () => {
  begun.length = 0
  await startTestStudio({ 'GET /a.png': () => ({ text: 'a picture' }) })
  // jsdom has neither a layer above the page nor animations, nor what user-event finds radio buttons by.
  vi.stubGlobal('CSS', { escape: (name: string) => name })
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true
    },
    close(this: HTMLDialogElement) {
      this.open = false
      this.dispatchEvent(new Event('close'))
    },
  })
  Object.assign(HTMLImageElement.prototype, {
    animate(keyframes: Keyframe[]) {
      const animation = { keyframes, isOver: false }
      begun.push(animation)
      return { cancel: () => (animation.isOver = true) }
    },
  })
})
afterEach(() => vi.unstubAllGlobals())

/** Enough to choose from; to look for all of them by role in each test would take its time. */
const FEW = [
  'horizontal_left',
  'zoom_in',
  'zoom_out',
  'crane_up',
  'camera_rotation',
  'super_dolly_out',
  'hitchcock',
]

type Given = Partial<Parameters<typeof CameraField>[0]>

function Kept({ onChange, value = '', ...rest }: Given) {
  const [move, setMove] = useState(value)
  return (
    <form aria-label="form">
      <CameraField
        id="camera"
        pictureUrl="/a.png"
        moves={FEW}
        disabledReason={null}
        {...rest}
        value={move}
        onChange={(chosen) => {
          setMove(chosen)
          onChange?.(chosen)
        }}
      />
    </form>
  )
}

const draw = (given: Given = {}, locale: Locale = 'en') => {
  renderInStudio(<Kept {...given} />, { locale })
  return userEvent.setup()
}
const line = () =>
  screen.getByRole<HTMLButtonElement>('button', { name: /^(Camera movement|运镜)/ })
const radio = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name })
const pictures = () => document.querySelectorAll('dialog img')

async function openMoves(user: ReturnType<typeof userEvent.setup>) {
  await user.click(line())
  const dialog = await screen.findByRole('dialog')
  await waitFor(() => expect(pictures().length).toBeGreaterThan(0))
  return dialog
}

test('folded it is one line with the move in words, and no moves are there', () => {
  draw({ value: 'hitchcock' })
  expect(line().textContent).toBe('Hitchcock zoom')
  expect(screen.queryAllByRole('radio')).toEqual([])
})

test('a move is told in words; one that nobody knows by its own name', () => {
  renderInStudio(<CameraWord move="fix_bg" />, { locale: 'zh' })
  renderInStudio(<CameraWord move="moonwalk" />)
  expect(screen.getByText('固定背景')).toBeTruthy()
  expect(screen.getByText('moonwalk')).toBeTruthy()
})

describe('opened', () => {
  test.each([
    ['en', 'Follow left', 'Follows the subject to the left'],
    ['zh', '向左跟随', '跟随主体向左'],
  ] as const)(
    'in %s each move has its name, its explanation and the page’s value',
    async (locale, word, text) => {
      const user = draw({ moves: CAMERA_MOVEMENTS }, locale)
      const dialog = await openMoves(user)
      const group = within(dialog).getByRole('radiogroup')
      expect(within(group).getAllByRole('radio')).toHaveLength(CAMERA_MOVEMENTS.length + 1)
      const described = radio(word).getAttribute('aria-describedby') ?? ''
      expect(document.getElementById(described)?.textContent).toBe(text)
      for (const move of CAMERA_MOVEMENTS) expect(within(group).getByText(move)).toBeTruthy()
    },
  )

  test('by keyboard: the chosen one has the focus, arrows choose, Enter is done and sends nothing', async () => {
    const chosen: string[] = []
    const sent = vi.fn((event: Event) => event.preventDefault())
    const pressed = vi.fn()
    const user = draw({ value: 'zoom_in', onChange: (move) => chosen.push(move) })
    screen.getByRole('form').addEventListener('submit', sent)
    line().focus()
    await user.keyboard('{Enter}')
    await waitFor(() => expect(document.activeElement).toBe(radio('Zoom in')))
    // One group is one stop of the Tab key.
    expect(
      new Set(screen.getAllByRole<HTMLInputElement>('radio').map(({ name }) => name)).size,
    ).toBe(1)
    await user.keyboard('{ArrowRight}')
    expect(document.activeElement).toBe(radio('Zoom out'))
    await user.keyboard('{ArrowUp}')
    expect(chosen).toEqual(['zoom_out', 'zoom_in'])
    window.addEventListener('keydown', pressed)
    await user.keyboard('{Control>}{Enter}{/Control}')
    window.removeEventListener('keydown', pressed)
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(sent).not.toHaveBeenCalled()
    expect(pressed.mock.calls.filter(([event]) => event.key === 'Enter')).toEqual([])
    expect(line().textContent).toBe('Zoom in')
  })

  test('none is a choice, too', async () => {
    const user = draw({ value: 'zoom_in' })
    await openMoves(user)
    await user.click(radio('None'))
    await user.click(screen.getByRole('button', { name: 'Done' }))
    expect(line().textContent).toBe('None')
  })

  test('a press beside the sheet closes it, one within does not', async () => {
    const user = draw()
    const dialog = await openMoves(user)
    fireEvent.click(within(dialog).getByRole('heading'))
    expect(screen.queryByRole('dialog')).not.toBeNull()
    fireEvent.click(dialog)
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('says whose picture it is', async () => {
    const user = draw({ pictureUrl: null })
    await openMoves(user)
    expect(screen.getByText(/on an example, until there is a picture of yours/)).toBeTruthy()
    expect(pictures()[0]?.getAttribute('src')).toBe('/examples/coffee.webp')
  })

  test('offers the moves that it is given, and shows one that it does not know as it is', async () => {
    const user = draw({ moves: ['zoom_in', 'moonwalk'] })
    await user.click(line())
    await screen.findByRole('dialog')
    expect(screen.getAllByRole('radio')).toHaveLength(3)
    expect(radio('moonwalk')).toBeTruthy()
  })
})

describe('playing', () => {
  const tile = (name: string) => {
    const found = radio(name).closest('label')
    if (!found) throw new Error(`${name} has no tile`)
    return found
  }

  test('a move plays while it is pointed at, one at a time, and stops on leaving', async () => {
    const user = draw()
    await openMoves(user)
    await user.hover(tile('Slide left'))
    expect(going()).toHaveLength(1)
    await user.hover(tile('Rotation'))
    expect(begun).toHaveLength(2)
    expect(JSON.stringify(going())).toContain('rotate(13deg)')
    await user.unhover(tile('Rotation'))
    expect(going()).toEqual([])
  })

  test('only the part that moves is animated', async () => {
    const user = draw()
    await openMoves(user)
    await user.hover(tile('Super dolly out'))
    expect(going()).toHaveLength(2)
    await user.hover(tile('Hitchcock zoom'))
    expect(going()).toHaveLength(1)
  })

  test('a move plays with the focus, and with a finger’s press though the finger is gone', async () => {
    const user = draw()
    await openMoves(user)
    radio('None').focus()
    expect(going()).toEqual([])
    await user.keyboard('{ArrowRight}')
    expect(JSON.stringify(going())).toContain('translate(-16%, 0%)')
    await user.pointer([{ keys: '[TouchA]', target: radio('Crane up') }])
    fireEvent.pointerLeave(tile('Crane up'), { pointerType: 'touch' })
    expect(JSON.stringify(going())).toContain('rotateX')
    expect(radio('Crane up').checked).toBe(true)
    radio('Crane up').blur()
    await waitFor(() => expect(going()).toEqual([]))
  })

  test('where motion is unwelcome nothing plays: start and end stand beside each other', async () => {
    vi.stubGlobal('matchMedia', (query: string) => ({
      matches: query.includes('reduced-motion'),
      addEventListener: () => {},
      removeEventListener: () => {},
    }))
    const user = draw()
    await openMoves(user)
    await user.hover(tile('Slide left'))
    radio('Slide left').focus()
    expect(begun).toEqual([])
    const stills = [...tile('Slide left').querySelectorAll('img')].map(
      ({ style }) => style.transform,
    )
    expect(stills).toHaveLength(2)
    expect(stills[0]).toContain('translate(-16%')
    expect(stills[1]).toContain('translate(16%')
    expect(screen.getByText(/how it starts and how it ends/)).toBeTruthy()
  })
})

test('off, it says why, with the way out beside it, and keeps the choice', () => {
  draw({
    value: 'zoom_in',
    disabledReason: 'Fast motion takes no camera movement.',
    resolve: <button type="button">Set normal motion</button>,
  })
  expect(line().disabled).toBe(true)
  expect(line().textContent).toBe('Zoom in')
  const described = document.getElementById(line().getAttribute('aria-describedby') ?? '')
  expect(described?.textContent).toBe('Fast motion takes no camera movement.')
  expect(
    screen.getByRole<HTMLButtonElement>('button', { name: 'Set normal motion' }).disabled,
  ).toBe(false)
})

test('an error of the server is tied to it', () => {
  draw({ error: 'Unknown value.' })
  const described = document.getElementById(line().getAttribute('aria-describedby') ?? '')
  expect(described?.textContent).toBe('Unknown value.')
})
