import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../test-subject'
import { checkDisk } from './disk'

const MEBIBYTE = 1024 * 1024
const look = (dataDir: string, diskReserveBytes = MEBIBYTE) =>
  checkDisk({ dataDir, mediaDir: path.join(dataDir, 'media'), diskReserveBytes })

it('has room, and nothing is left of the look', async () => {
  const folder = temporaryFolder()
  mkdirSync(path.join(folder, 'media'))
  const found = await look(folder)
  expect(found).toMatchObject({ reason: 'room', verdict: 'good', params: { folder, reserve: 1 } })
  expect(Number(found.params.free)).toBeGreaterThan(1)
  expect(readdirSync(folder, { recursive: true })).toEqual(['media'])
})

it('will be made where it is not yet, and is not made by looking', async () => {
  const folder = path.join(temporaryFolder(), 'not', 'yet')
  expect(await look(folder)).toMatchObject({ reason: 'will_be_made', verdict: 'good' })
  expect(existsSync(path.dirname(folder))).toBe(false)
})

it.each([
  ['a file', 'file'],
  ['below a file', 'file/data'],
])('is no folder where it is %s', async (_what, place) => {
  const folder = temporaryFolder()
  writeFileSync(path.join(folder, 'file'), '')
  const found = await look(path.join(folder, place))
  expect(found).toMatchObject({ reason: 'not_a_folder', verdict: 'bad' })
})

it('has too little room', async () => {
  expect(await look(temporaryFolder(), 2 ** 60)).toMatchObject({ reason: 'low', verdict: 'bad' })
  expect(await look(path.join(temporaryFolder(), 'new'), 2 ** 60)).toMatchObject({ reason: 'low' })
})

describe.runIf(process.platform === 'linux')('where nobody may write, root neither', () => {
  it.each([
    ['there', '/proc/self/fd'],
    ['not there yet', '/proc/self/studio-data'],
  ])('and the folder is %s', async (_what, folder) => {
    expect(await look(folder)).toMatchObject({ reason: 'not_writable', verdict: 'bad' })
  })
})
