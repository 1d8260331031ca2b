import { describe, expect, test } from 'vitest'
import { anImage } from '@/lib/client/test-builders'
import { checkReferences } from '@/lib/shared/models/check-references'
import { formPath, toBody } from './form-body'
import { resolveLabels } from './prompt/resolve-labels'
import { EMPTY_FORM, toFormPicture, type FormReference } from './form-values'
import { newReference, renamedPrompt, suggestName, withMention } from './reference-names'

const PICTURE = toFormPicture(anImage())
const named = (refName: string, label = ''): FormReference => ({
  picture: PICTURE,
  type: 'subject',
  refName,
  label,
})

describe('a name is suggested', () => {
  test.each([
    ['', [], 'image1'],
    ['', [named('image1')], 'image2'],
    ['My cat', [], 'My_cat'],
    ['小猫', [], 'cat'],
    // `cat1` would begin as another does.
    ['小猫', [named('cat')], 'image1'],
    ['阿猫阿狗', [named('catalogue')], 'cat1'],
    ['宇航员', [named('image1')], 'image2'],
    ['3 birds', [], 'birds'],
  ] as const)('for %j beside %j', (label, others, expected) => {
    expect(suggestName(label, others)).toBe(expected)
  })

  test('any row of them is one that the maker takes', () => {
    const references: FormReference[] = []
    for (let count = 0; count < 6; count += 1) references.push(newReference(PICTURE, references))
    const prompt = references.map(({ refName }) => `@${refName} `).join('')
    const problems = checkReferences({ references, prompt, rules: 'strict' })
    expect(problems.map(({ code }) => code)).toEqual(['too_many'])
  })
})

describe('the prompt', () => {
  test.each([
    ['@小猫跑过草地', '@cat 跑过草地'],
    ['@小猫', '@cat'],
    ['@小猫 和@小猫咪', '@cat 和@kitten'],
    ['@cat runs', '@cat runs'],
    ['小猫跑', '小猫跑'],
  ])('%j is sent as %j: a label stands for its name', (prompt, sent) => {
    const references = [named('cat', '小猫'), named('kitten', '小猫咪')]
    expect(resolveLabels(prompt, references)).toBe(sent)
  })

  test('in another mode it is sent as it is written', () => {
    const values = { ...EMPTY_FORM, prompt: '@小猫跑', references: [named('cat', '小猫')] }
    expect(toBody({ ...values, mode: 'image' }, 'strict').prompt).toBe('@小猫跑')
    expect(toBody({ ...values, mode: 'reference' }, 'strict').prompt).toBe('@cat 跑')
  })

  test('follows a new name, whole words only', () => {
    expect(renamedPrompt('@cat and @cats, @cat', 'cat', 'dog')).toBe('@dog and @cats, @dog')
    expect(renamedPrompt('@ runs', '', 'dog')).toBe('@ runs')
  })

  test('takes a mention at its end', () => {
    expect(withMention('', 'cat')).toBe('@cat ')
    expect(withMention('It runs', 'cat')).toBe('It runs @cat ')
    expect(withMention('It runs\n', 'cat')).toBe('It runs\n@cat ')
  })
})

test.each([
  ['image.imageId', 'image'],
  ['headtailImages.tail.imageId', 'tail'],
  ['headtailImages', 'head'],
  ['characterImages', 'references'],
  ['characterImages.1.refName', 'references.1.refName'],
  ['characterImages.0.imageId', 'references.0.picture'],
  ['duration', 'duration'],
])('what is wrong with %s stands at %s', (path, field) => {
  expect(formPath(path)).toBe(field)
})
