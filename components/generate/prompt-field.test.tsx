// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import { watchConsole } from '../test-render'
import {
  aReference,
  box,
  compose,
  hero,
  openPrompt,
  openWithReferences,
  room,
} from './prompt/test-prompt-form'

watchConsole()

const list = () => screen.queryByRole('listbox', { name: 'References' })
const offered = () =>
  within(screen.getByRole('listbox'))
    .getAllByRole('option')
    .map((option) => option.textContent)
const chosen = () => screen.getByRole('option', { selected: true }).textContent
const advice = () => within(screen.getByRole('list', { name: 'Names in the prompt' }))
const isLate = () => screen.findByRole('list', { name: 'Names in the prompt' })

describe('typing @', () => {
  test('offers the references with their pictures, narrows as one types, and writes the name with its space', async () => {
    const { user } = await openWithReferences()
    await isLate()
    await user.type(box(), 'then @')
    expect(offered()).toEqual(['小猫@herosubject', 'Living room@roombackground'])
    const [option] = screen.getAllByRole('option')
    expect(option?.querySelector('img')?.getAttribute('src')).toBe('/media/hero.jpg')
    await user.type(box(), 'Liv')
    expect(offered()).toEqual(['Living room@roombackground'])
    await user.keyboard('{Enter}walks')
    expect(box().value).toBe('then @room walks')
    expect(list()).toBeNull()
  })

  test('is seen when what offers the references comes after it was typed', async () => {
    await openWithReferences()
    expect(screen.queryByRole('list', { name: 'Names in the prompt' })).toBeNull()
    box().focus()
    box().setRangeText('then @', 0, 0, 'end')
    await isLate()
    await waitFor(() => expect(offered()).toHaveLength(2))
  })

  test('is a combobox for a screen reader: what is chosen is named, and what is on offer is said', async () => {
    const { user } = await openWithReferences()
    await isLate()
    expect(box().getAttribute('aria-autocomplete')).toBe('list')
    expect(box().hasAttribute('aria-activedescendant')).toBe(false)
    await user.type(box(), '@')
    await waitFor(() => expect(box().getAttribute('aria-controls')).toBe(list()?.id))
    const active = () => document.getElementById(box().getAttribute('aria-activedescendant') ?? '')
    expect(active()?.textContent).toContain('@hero')
    expect(screen.getByText(/^2 references\. Choose/).getAttribute('role')).toBe('status')
    await user.keyboard('{ArrowDown}')
    await waitFor(() => expect(active()?.textContent).toContain('@room'))
    expect(chosen()).toContain('@room')
    await user.keyboard('{ArrowDown}')
    expect(chosen()).toContain('@hero')
    await user.keyboard('{ArrowUp}{Tab}')
    expect(box().value).toBe('@room ')
    expect(document.activeElement).toBe(box())
    await waitFor(() => expect(box().hasAttribute('aria-activedescendant')).toBe(false))
  })

  test('Esc closes the list for that word alone, and Enter is a new line again', async () => {
    const { user } = await openWithReferences()
    await isLate()
    await user.type(box(), '@he')
    await user.keyboard('{Escape}')
    expect(list()).toBeNull()
    await user.keyboard('r')
    expect(advice().queryByText(/names no reference/)).toBeNull()
    await user.keyboard('{Enter}')
    expect(box().value).toBe('@her\n')
    await user.keyboard('@')
    expect(list()).toBeTruthy()
  })

  test('a click chooses, and the cursor stays in the prompt', async () => {
    const { user } = await openWithReferences()
    await isLate()
    await user.type(box(), '@')
    await user.click(screen.getByRole('option', { name: /room/ }))
    expect(box().value).toBe('@room ')
    expect(document.activeElement).toBe(box())
  })

  test('the list goes with the cursor', async () => {
    const { user } = await openWithReferences()
    await isLate()
    await user.type(box(), '@')
    await user.click(screen.getByRole('button', { name: 'elsewhere' }))
    expect(list()).toBeNull()
  })

  test('what is no name is said as it is typed, and takes no key', async () => {
    const { user } = await openWithReferences()
    await isLate()
    await user.type(box(), '@zebra')
    expect(list()).toBeNull()
    expect(screen.getByText('No reference is called zebra.')).toBeTruthy()
    await user.keyboard('{Enter}')
    expect(box().value).toBe('@zebra\n')
  })

  test.each(['me@', 'me@he'])('an address is none: %s', async (text) => {
    const { user } = await openWithReferences()
    await isLate()
    await user.type(box(), text)
    expect(list()).toBeNull()
  })

  test('outside reference mode it is a sign like any other', async () => {
    const { user } = await openPrompt({ values: { mode: 'image', references: [hero, room] } })
    await user.type(box(), '@heroo and @')
    expect(list()).toBeNull()
    expect(box().hasAttribute('aria-autocomplete')).toBe(false)
    expect(screen.queryByRole('list', { name: 'Names in the prompt' })).toBeNull()
  })
})

describe('an input method', () => {
  test('is left alone while it composes; then a label is offered, and its name written', async () => {
    const { user } = await openWithReferences()
    await isLate()
    await user.type(box(), '看@')
    expect(list()).toBeTruthy()
    compose('小猫', () => {
      expect(list()).toBeNull()
      expect(advice().queryByText(/names no reference/)).toBeNull()
      for (const key of ['Enter', 'ArrowDown', 'Tab', 'Escape']) {
        // The keys are the method's own: whatever is not taken goes on to the browser.
        expect(fireEvent.keyDown(box(), { key, isComposing: true, keyCode: 229 })).toBe(true)
      }
    })
    expect(box().value).toBe('看@小猫')
    expect(offered()).toEqual(['小猫@herosubject'])
    // Safari sends the Enter that ends a composition after its end.
    expect(fireEvent.keyDown(box(), { key: 'Enter', keyCode: 229 })).toBe(true)
    expect(box().value).toBe('看@小猫')
    await user.keyboard('{Enter}')
    expect(box().value).toBe('看@hero ')
  })

  test('goes on showing the list on touch, where every word is composed', async () => {
    vi.stubGlobal('matchMedia', () => ({ matches: true }))
    const { user } = await openWithReferences()
    await isLate()
    await user.type(box(), '@')
    compose('he', () => expect(offered()).toEqual(['小猫@herosubject']))
    vi.unstubAllGlobals()
  })

  test('a label stands for its name: it is no mistake, and its length is the name’s', async () => {
    await openWithReferences('@小猫在@room')
    await isLate()
    expect(advice().queryAllByRole('listitem')).toEqual([])
    expect(screen.getByText('12 / 2,048 · 14 bytes')).toBeTruthy()
  })
})

describe('what can be put right', () => {
  test('an unused reference is written in by a click', async () => {
    const { user } = await openWithReferences('The cat')
    await isLate()
    expect(advice().getByText('Reference 小猫 is not used.')).toBeTruthy()
    await user.click(advice().getByRole('button', { name: 'Insert @hero' }))
    expect(box().value).toBe('The cat @hero ')
    expect(document.activeElement).toBe(box())
    await user.click(advice().getByRole('button', { name: 'Insert @room' }))
    expect(box().value).toBe('The cat @hero @room ')
    expect(advice().queryAllByRole('listitem')).toEqual([])
  })

  test('an unknown name is pointed at in the prompt, and mended by a click', async () => {
    const { user, container } = await openWithReferences('@heroo in @room')
    await isLate()
    const marks = [...container.querySelectorAll('[aria-hidden] > span')]
    expect(marks.map((mark) => mark.textContent)).toEqual(['@heroo', ' in ', '@room'])
    expect(marks[0]?.className).toContain('decoration-wavy')
    expect(marks[2]?.className).toContain('bg-accent-quiet')
    expect(advice().getByText('@heroo names no reference.')).toBeTruthy()
    await user.click(advice().getByRole('button', { name: 'Did you mean @hero?' }))
    expect(box().value).toBe('@hero in @room')
    expect(advice().queryAllByRole('listitem')).toEqual([])
  })

  test('a name without its space gets it by a click', async () => {
    const { user } = await openWithReferences('@hero, in @room')
    await isLate()
    expect(advice().getByText('@hero needs a space behind it.')).toBeTruthy()
    await user.click(advice().getByRole('button', { name: 'Put one in' }))
    expect(box().value).toBe('@hero , in @room')
  })

  test('nothing is said of the word that is being written, nor of a reference without a name', async () => {
    const { user } = await openPrompt({
      values: { mode: 'reference', references: [hero, aReference({ refName: '', label: 'New' })] },
    })
    await isLate()
    await user.type(box(), '@hero and @her')
    expect(advice().queryAllByRole('listitem')).toEqual([])
    await user.keyboard(' ')
    expect(advice().getByText('@her names no reference.')).toBeTruthy()
  })

  test('in Chinese, too', async () => {
    await openWithReferences('@小苗在@room', 'zh')
    expect(await screen.findByText('没有参考图叫 @小苗在。')).toBeTruthy()
    expect(screen.getByRole('button', { name: '是 @hero 吗？' })).toBeTruthy()
    expect(screen.getByText('参考图“小猫”还没用到。')).toBeTruthy()
  })
})

describe('the length', () => {
  const said = () =>
    screen
      .getAllByRole('status')
      .map((status) => status.textContent.trim())
      .filter(Boolean)
  const write = (text: string) => fireEvent.change(box(), { target: { value: text } })

  test('is counted in characters as a person counts, and in bytes', async () => {
    await openPrompt()
    write('猫🐈')
    expect(screen.getByText('2 / 2,048 · 7 bytes')).toBeTruthy()
    expect(screen.getByText('2 of 2,048 characters, 7 bytes')).toBeTruthy()
  })

  test('is said when a limit comes near, and not again at every letter', async () => {
    await openPrompt()
    write('x'.repeat(1843))
    expect(said()).toEqual([])
    write('x'.repeat(1844))
    expect(said()).toEqual(['Fewer than 205 characters left.'])
    write('x'.repeat(2000))
    expect(said()).toEqual(['Fewer than 205 characters left.'])
    write('x'.repeat(2049))
    expect(said()).toEqual(['More than 2,048 characters.'])
    write('猫'.repeat(700))
    expect(said()).toEqual(['More than 2,048 bytes.'])
    expect(screen.getByText(/This is long \(2,100 bytes\)/)).toBeTruthy()
  })
})
