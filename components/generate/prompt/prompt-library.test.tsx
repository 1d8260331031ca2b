// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { anError } from '@/lib/client/test-studio'
import type { TemplateOnWire, UsedPrompt } from '@/lib/shared/prompts'
import { watchConsole } from '../../test-render'
import { box, openPrompt } from './test-prompt-form'

watchConsole()

const USED = 'GET /api/prompts'
const TEMPLATES = '/api/prompt-templates'

function aUsedPrompt(prompt: string): UsedPrompt {
  return { prompt, lastUsedAt: '2026-03-01T10:00:00.000Z' }
}

function aTemplate(overrides: Partial<TemplateOnWire> = {}): TemplateOnWire {
  return {
    id: 'template-1',
    name: 'Dolly',
    prompt: '@hero walks',
    negativePrompt: null,
    createdAt: '2026-03-01T10:00:00.000Z',
    updatedAt: '2026-03-01T10:00:00.000Z',
    ...overrides,
  }
}

type Opening = Parameters<typeof openPrompt>[0]

async function open(name: 'History' | 'Templates', options: Opening) {
  const page = await openPrompt(options)
  await page.user.click(screen.getByRole('button', { name }))
  await screen.findByRole('dialog')
  return page
}

const dialog = () => within(screen.getByRole('dialog'))

describe('the history', () => {
  const openHistory = (prompts: string[], more: string[] = []) =>
    open('History', {
      values: { prompt: 'what I was writing' },
      routes: {
        [USED]: ({ path }) => {
          const { searchParams } = new URL(path, 'http://studio')
          const query = searchParams.get('query') ?? ''
          const page = searchParams.get('cursor') ? more : prompts
          const found = page.filter((prompt) => prompt.includes(query)).map(aUsedPrompt)
          return {
            json: {
              prompts: found,
              nextCursor: more.length > 0 && page === prompts ? 'next' : null,
            },
          }
        },
      },
    })

  test('puts the chosen prompt in place of the one that was there', async () => {
    const { user } = await openHistory(['The cat moves', 'Steam rises'])
    await user.click(await dialog().findByRole('button', { name: /Steam rises/ }))
    expect(box().value).toBe('Steam rises')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(document.activeElement).toBe(box())
  })

  test('is searched, and gone through with the arrow keys', async () => {
    const { user, studio } = await openHistory(['The cat moves', 'The cat sleeps', 'Steam rises'])
    await dialog().findByRole('button', { name: /Steam rises/ })
    const search = dialog().getByRole('searchbox', { name: 'Search' })
    expect(document.activeElement).toBe(search)
    await user.type(search, 'cat')
    await waitFor(() => expect(dialog().queryByText('Steam rises')).toBeNull())
    expect(studio.asked(USED).at(-1)?.path).toBe('/api/prompts?query=cat')
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}{ArrowDown}{Enter}')
    expect(box().value).toBe('The cat sleeps')
  })

  test('says when nothing was found, and when there is none yet', async () => {
    const { user } = await openHistory([])
    expect(await dialog().findByText(/Prompts that you send are kept here/)).toBeTruthy()
    await user.type(dialog().getByRole('searchbox'), 'dog')
    expect(await dialog().findByText('Nothing has “dog” in it.')).toBeTruthy()
  })

  test('goes on page by page', async () => {
    const { user } = await openHistory(['new'], ['old'])
    await user.click(await dialog().findByRole('button', { name: 'More' }))
    expect(await dialog().findByRole('button', { name: /old/ })).toBeTruthy()
    expect(dialog().queryByRole('button', { name: 'More' })).toBeNull()
  })

  test('can be asked for again when it did not come', async () => {
    let isBroken = true
    const { user } = await open('History', {
      routes: {
        [USED]: () =>
          isBroken
            ? { status: 503, json: anError('busy', 'Busy right now.') }
            : { json: { prompts: [aUsedPrompt('here')], nextCursor: null } },
      },
    })
    expect(await dialog().findByText(/Busy right now/)).toBeTruthy()
    isBroken = false
    await user.click(dialog().getByRole('button', { name: 'Try again' }))
    expect(await dialog().findByRole('button', { name: /here/ })).toBeTruthy()
  })

  test('keeps its keys from the page: Ctrl+Enter does not reach it', async () => {
    await openHistory([])
    const heard: string[] = []
    const listen = ({ key }: KeyboardEvent) => void heard.push(key)
    window.addEventListener('keydown', listen)
    const search = await dialog().findByRole('searchbox')
    fireEvent.keyDown(search, { key: 'Enter', ctrlKey: true })
    fireEvent.keyDown(search, { key: 'a' })
    window.removeEventListener('keydown', listen)
    expect(heard).toEqual(['a'])
  })
})

describe('the templates', () => {
  function shelf(...stored: TemplateOnWire[]) {
    let templates = stored
    return {
      [`GET ${TEMPLATES}`]: () => ({ json: { templates } }),
      [`POST ${TEMPLATES}`]: ({ body }: { body: string }) => {
        const kept = aTemplate({ id: `template-${templates.length + 1}`, ...JSON.parse(body) })
        templates = [kept, ...templates]
        return { status: 201, json: kept }
      },
      [`PUT ${TEMPLATES}/template-1`]: ({ body }: { body: string }) => {
        const [first] = templates
        const changed = { ...aTemplate(first), negativePrompt: null, ...JSON.parse(body) }
        templates = [changed, ...templates.slice(1)]
        return { json: changed }
      },
      [`DELETE ${TEMPLATES}/template-1`]: () => {
        templates = templates.filter(({ id }) => id !== 'template-1')
        return { status: 204, text: '' }
      },
    }
  }

  test('put prompt and negative prompt in', async () => {
    const { user } = await open('Templates', {
      values: { prompt: 'before', negativePrompt: 'rain' },
      routes: shelf(aTemplate({ negativePrompt: 'blur' }), aTemplate({ id: 't2', name: 'Pan' })),
    })
    await user.click(await dialog().findByRole('button', { name: /^Dolly/ }))
    expect(box().value).toBe('@hero walks')
    expect(screen.getByRole('status', { name: 'negative' }).textContent).toBe('blur')
    // One without leaves what is there.
    await user.click(screen.getByRole('button', { name: 'Templates' }))
    await user.click(await dialog().findByRole('button', { name: /^Pan/ }))
    expect(screen.getByRole('status', { name: 'negative' }).textContent).toBe('blur')
  })

  test('keep the prompt as it stands under a name, and do not send the page’s form', async () => {
    const { user, studio, sent } = await open('Templates', {
      values: { prompt: '@hero runs', negativePrompt: 'blur' },
      routes: shelf(),
    })
    expect(await dialog().findByText(/A prompt that you keep under a name/)).toBeTruthy()
    await user.type(dialog().getByLabelText('Keep the prompt as a template'), 'Run{Enter}')
    expect(await dialog().findByText('Kept as Run.')).toBeTruthy()
    expect(dialog().getByRole('button', { name: /^Run/ })).toBeTruthy()
    const [asked] = studio.asked(`POST ${TEMPLATES}`)
    expect(JSON.parse(asked?.body ?? '')).toEqual({
      name: 'Run',
      prompt: '@hero runs',
      negativePrompt: 'blur',
    })
    expect(sent).toEqual([])
  })

  test('say why one was not taken', async () => {
    const fields = [{ path: 'name', code: 'name_taken', message: 'This name is taken.' }]
    const { user } = await open('Templates', {
      values: { prompt: 'a' },
      routes: {
        ...shelf(),
        [`POST ${TEMPLATES}`]: () => ({ status: 422, json: anError('invalid', 'No.', fields) }),
      },
    })
    await user.type(dialog().getByLabelText('Keep the prompt as a template'), 'Run{Enter}')
    expect(await dialog().findByText('This name is taken.')).toBeTruthy()
  })

  test('have nothing to keep while there is no prompt', async () => {
    await open('Templates', { routes: shelf() })
    expect(await dialog().findByText(/Write a prompt first/)).toBeTruthy()
    expect(dialog().queryByLabelText('Keep the prompt as a template')).toBeNull()
  })

  test('are changed in their place, or left by Esc with the dialog open', async () => {
    const { user } = await open('Templates', { routes: shelf(aTemplate()) })
    await user.click(await dialog().findByRole('button', { name: 'Change Dolly' }))
    await user.keyboard('{Escape}')
    const change = dialog().getByRole('button', { name: 'Change Dolly' })
    expect(document.activeElement).toBe(change)
    await user.click(change)
    const name = dialog().getByLabelText('Name')
    await user.clear(name)
    await user.type(name, 'Slow dolly')
    await user.click(dialog().getByRole('button', { name: 'Save' }))
    expect(await dialog().findByRole('button', { name: /^Slow dolly/ })).toBeTruthy()
    expect(dialog().getByText('Changed.')).toBeTruthy()
  })

  test('are deleted after being asked once more', async () => {
    const { user, studio } = await open('Templates', { routes: shelf(aTemplate()) })
    await user.click(await dialog().findByRole('button', { name: 'Delete Dolly' }))
    const question = dialog().getByRole('group', { name: 'Delete Dolly?' })
    await user.click(within(question).getByRole('button', { name: 'Keep it' }))
    expect(studio.asked(`DELETE ${TEMPLATES}/template-1`)).toEqual([])
    await user.click(dialog().getByRole('button', { name: 'Delete Dolly' }))
    await user.click(dialog().getByRole('button', { name: 'Delete' }))
    await waitFor(() => expect(dialog().queryByRole('button', { name: /^Dolly/ })).toBeNull())
    expect(await dialog().findByText('Deleted.')).toBeTruthy()
    expect(document.activeElement).toBe(dialog().getByRole('list', { name: 'Templates' }))
  })

  test('are searched once there are some', async () => {
    const many = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'].map((name) =>
      aTemplate({ id: name, name }),
    )
    const { user } = await open('Templates', { routes: shelf(...many) })
    await user.type(await dialog().findByRole('searchbox'), 'TH')
    const list = within(dialog().getByRole('list', { name: 'Templates' }))
    expect(list.getAllByRole('listitem')).toHaveLength(1)
    expect(list.getByRole('button', { name: /^Three/ })).toBeTruthy()
  })
})
