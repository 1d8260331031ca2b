import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TEMPLATES_MAX, templateSchema, type TemplateBody } from '@/lib/shared/prompts'
import { testDatabase } from '../db/test-database'
import { changeTemplate } from './change-template'
import { deleteTemplate } from './delete-template'
import { listTemplates } from './list-templates'
import { presentTemplate } from './present-prompts'
import { saveTemplate } from './save-template'

const me = { id: 'me' }
const you = { id: 'you' }
let remove: () => Promise<void>
beforeEach(async () => void ({ remove } = await testDatabase()))
afterEach(() => remove())

const save = (body: Partial<TemplateBody> = {}, person = me, now?: Date) =>
  saveTemplate({ person, body: { name: 'Dolly', prompt: '@hero walks', ...body }, now })
const names = async (person = me) => (await listTemplates(person)).map(({ name }) => name)
const invalid = (path: string, code: string) =>
  expect.objectContaining({ code: 'invalid', fields: [expect.objectContaining({ path, code })] })

describe('a template', () => {
  it('is kept as it was written, and its name without what nobody sees', async () => {
    const prompt = '  @小猫 runs\nand jumps '
    const kept = await save({ name: '  Two \n words ', prompt, negativePrompt: 'blur' })
    expect(kept).toMatchObject({ name: 'Two words', prompt, negativePrompt: 'blur' })
    expect(await listTemplates(me)).toEqual([kept])
    const shown = presentTemplate(kept)
    expect(templateSchema.parse(shown)).toEqual(shown)
    expect(shown).not.toHaveProperty('owner')
  })

  it('is one after a double click, whichever comes first', async () => {
    const both = await Promise.all([save(), save(), save()])
    expect(new Set(both.map(({ id }) => id)).size).toBe(1)
    expect(await names()).toEqual(['Dolly'])
  })

  it('is not overwritten by another text of the same name', async () => {
    await save()
    await expect(save({ prompt: 'other' })).rejects.toEqual(invalid('name', 'name_taken'))
    await expect(save({ negativePrompt: 'blur' })).rejects.toEqual(invalid('name', 'name_taken'))
    await expect(save({ negativePrompt: ' ' })).resolves.toMatchObject({ negativePrompt: null })
    await expect(save({ prompt: 'other' }, you)).resolves.toMatchObject({ owner: 'you' })
  })

  it.each([
    [{ name: ' \n ' }, 'name', 'required'],
    [{ name: '好'.repeat(81) }, 'name', 'too_long'],
    [{ name: 'a\0b' }, 'name', 'bad_character'],
    [{ prompt: '  ' }, 'prompt', 'required'],
    [{ prompt: 'x'.repeat(2049) }, 'prompt', 'too_long'],
    [{ prompt: 'half \uD83D' }, 'prompt', 'bad_character'],
    [{ negativePrompt: 'x'.repeat(2049) }, 'negativePrompt', 'too_long'],
  ])('is refused: %j', async (body, path, code) => {
    await expect(save(body)).rejects.toEqual(invalid(path, code))
    expect(await names()).toEqual([])
  })

  it('has a name of 80 characters at most, counted as a person does', async () => {
    await expect(save({ name: '🐈'.repeat(80) })).resolves.toBeTruthy()
  })

  it('is one of a limited number, each person’s own', async () => {
    for (let index = 0; index < TEMPLATES_MAX; index += 1) await save({ name: `T${index}` })
    await expect(save()).rejects.toMatchObject({ code: 'too_many_templates' })
    await expect(save({ name: 'T0' })).resolves.toBeTruthy()
    await expect(save({}, you)).resolves.toBeTruthy()
  })
})

describe('changing one', () => {
  const change = (id: string, body: Partial<TemplateBody>, person = me) =>
    changeTemplate({
      person,
      id,
      body: { name: 'Dolly', prompt: '@hero walks', ...body },
      now: new Date('2030-01-01'),
    })

  it('gives it another name or text, and puts it first', async () => {
    const { id } = await save({}, me, new Date('2026-01-01'))
    await save({ name: 'Later' }, me, new Date('2026-01-02'))
    expect(await names()).toEqual(['Later', 'Dolly'])
    const changed = await change(id, { name: 'Pan', negativePrompt: 'blur' })
    expect(changed).toMatchObject({ id, name: 'Pan', negativePrompt: 'blur' })
    expect(await names()).toEqual(['Pan', 'Later'])
  })

  it('refuses the name of another one, and what is nobody’s or somebody else’s', async () => {
    const { id } = await save()
    await save({ name: 'Pan' })
    await expect(change(id, { name: 'Pan' })).rejects.toEqual(invalid('name', 'name_taken'))
    await expect(change(id, { name: '' })).rejects.toEqual(invalid('name', 'required'))
    await expect(change('other', {})).rejects.toMatchObject({ code: 'not_found' })
    await expect(change(id, {}, you)).rejects.toMatchObject({ code: 'not_found' })
    expect((await names()).toSorted()).toEqual(['Dolly', 'Pan'])
  })
})

it('is deleted by its owner alone, and once', async () => {
  const { id } = await save()
  await expect(deleteTemplate({ person: you, id })).rejects.toMatchObject({ code: 'not_found' })
  await deleteTemplate({ person: me, id })
  expect(await names()).toEqual([])
  await expect(deleteTemplate({ person: me, id })).rejects.toMatchObject({ code: 'not_found' })
})
