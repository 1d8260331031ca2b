// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import type userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { watchConsole } from '../test-render'
import { button, complaintOf, fill, openMore, openPage, POST } from './test-create-page'

watchConsole()

type User = ReturnType<typeof userEvent.setup>

async function openWith(model: RegExp) {
  const page = await openPage()
  await page.user.click(screen.getByRole('radio', { name: model }))
  openMore()
  await screen.findByRole('textbox', { name: 'Seed' })
  return page
}
const radio = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name })
const resolve = (user: User, name: string) => user.click(screen.getByRole('button', { name }))
const choose = (name: string, value: string) =>
  fireEvent.change(screen.getByRole('combobox', { name }), { target: { value } })
const camera = () => screen.getByRole<HTMLButtonElement>('button', { name: /^Camera movement/ })
async function chooseMove(user: User, move: string) {
  await user.click(camera())
  const sheet = within(await screen.findByRole('dialog'))
  await user.click(sheet.getByRole('radio', { name: move }))
  await user.click(sheet.getByRole('button', { name: 'Done' }))
}
const V45 = /^v4\.5/
const V55 = /^v5\.5/

test('fast that 8 seconds rule out is off, with the reason and the click that resolves it', async () => {
  const { user } = await openWith(V45)
  await user.click(radio('8 seconds'))
  expect(radio('Fast').disabled).toBe(true)
  expect(complaintOf(screen.getByRole('radiogroup', { name: 'Motion' }))).toContain(
    'Fast motion needs 5 seconds.',
  )
  await resolve(user, 'Use fast motion + 5 s')
  expect(radio('Fast').checked).toBe(true)
  expect(radio('5 seconds').checked).toBe(true)
})

test('several choices in the way are put right by one click', async () => {
  const { user } = await openWith(V45)
  await user.click(radio('1080p'))
  await chooseMove(user, 'Zoom in')
  await resolve(user, 'Use fast motion + 720p + no camera move')
  expect([radio('Fast').checked, radio('720p').checked]).toEqual([true, true])
  expect(camera().textContent).toContain('None')
})

test('the other way round: the camera is off while motion is fast', async () => {
  const { user } = await openWith(V45)
  await user.click(radio('Fast'))
  expect(camera().disabled).toBe(true)
  expect(complaintOf(camera())).toContain('Fast motion and a camera movement exclude each other.')
  await resolve(user, 'Use normal motion')
  expect(camera().disabled).toBe(false)
})

test('the words for the sound wait for its switch, and are kept while it is off', async () => {
  const { studio, user } = await openWith(V45)
  const words = screen.getByRole<HTMLInputElement>('textbox', { name: 'Sound' })
  expect(words.readOnly).toBe(true)
  await resolve(user, 'Turn it on')
  await user.type(words, 'birdsong')
  const sound = screen.getByRole('switch', { name: 'Sound effect' })
  await user.click(sound)
  expect(words.value).toBe('birdsong')
  await fill(user)
  await user.click(button())
  await waitFor(() => expect(studio.asked(POST)).toHaveLength(1))
  expect(studio.asked(POST)[0]?.body).not.toContain('birdsong')
})

test('what does not apply is not shown; what does is sent as it is seen', async () => {
  const { studio, user } = await openWith(V55)
  for (const name of ['Camera movement', 'Sound effect', 'Motion']) {
    expect(screen.queryByLabelText(name, { selector: 'input, select, button' })).toBeNull()
  }
  expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
    'None',
    'Normal',
  ])
  await user.click(screen.getByRole('switch', { name: 'Audio' }))
  await user.click(radio('Off'))
  await fill(user)
  await user.click(button())
  await waitFor(() => expect(studio.asked(POST)).toHaveLength(1))
  expect(JSON.parse(studio.asked(POST)[0]?.body ?? '')).toMatchObject({
    generateAudioSwitch: true,
    generateMultiClipSwitch: false,
    thinkingType: 'disabled',
  })
})

test('another model names all that it sets aside, sends none of it, and brings it back', async () => {
  const { studio, user } = await openWith(V45)
  choose('Style', 'anime')
  await chooseMove(user, 'Hitchcock zoom')
  await user.click(screen.getByRole('switch', { name: 'Sound effect' }))
  await user.click(screen.getByRole('radio', { name: V55 }))
  expect(screen.getByText(/^Set aside here:/).textContent).toBe(
    'Set aside here: style Anime, camera: Hitchcock zoom, sound effect. It comes back as soon as it applies.',
  )
  await fill(user)
  await user.click(button())
  await waitFor(() => expect(studio.asked(POST)).toHaveLength(1))
  expect(studio.asked(POST)[0]?.body).not.toMatch(/anime|hitchcock|soundEffect/)
  await user.click(screen.getByRole('radio', { name: V45 }))
  expect(screen.getByRole('combobox', { name: 'Style' })).toHaveProperty('value', 'anime')
  expect(camera().textContent).toContain('Hitchcock zoom')
})

test('a seed is for one clip, and for the next ones when it is locked', async () => {
  const { studio, user } = await openWith(V45)
  await fill(user)
  const seed = screen.getByRole<HTMLInputElement>('textbox', { name: 'Seed' })
  await resolve(user, 'Roll a random seed')
  const rolled = seed.value
  expect(rolled).toMatch(/^\d+$/)
  await user.click(button())
  await waitFor(() => expect(studio.asked(POST)).toHaveLength(1))
  expect(JSON.parse(studio.asked(POST)[0]?.body ?? '')).toMatchObject({ seed: Number(rolled) })
  await waitFor(() => expect(seed.value).toBe(''))

  fireEvent.change(seed, { target: { value: '42' } })
  await resolve(user, 'Keep the seed for the next clips')
  await screen.findByRole('button', { name: 'Generate' }, { timeout: 3_000 })
  await user.click(button())
  await waitFor(() => expect(studio.asked(POST)).toHaveLength(2))
  await screen.findByRole('button', { name: 'Started' })
  expect(seed.value).toBe('42')
})

test('each control tells the page’s own name for it', async () => {
  await openWith(V45)
  for (const [name, field] of [
    ['Length', 'duration'],
    ['Motion', 'motionMode'],
  ] as const) {
    const group = screen.getByRole('radiogroup', { name })
    expect(group.title).toBe(field)
    expect(complaintOf(group)).toContain(`On the gateway's page: ${field}`)
    const about = screen.getByRole('button', { name: `About: ${name}` })
    expect(about.getAttribute('popovertarget')).toBe(`${field}-about`)
  }
})
