import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readSettings } from './settings'

describe('readSettings', () => {
  test('gives the defaults for an empty environment, and for variables set to nothing', () => {
    const expected = {
      ok: true,
      settings: {
        port: 0,
        data: path.join('data', 'simulator'),
        apiKey: 'sk-simulator',
        speed: 1,
        queuedMs: 1500,
        processingMs: 7000,
        linkMs: 3_600_000,
        queryForm: 'task',
        headtailKeys: ['headImageUrl', 'tailImageUrl'],
      },
    }
    expect(readSettings({})).toEqual(expected)
    expect(readSettings({ SIMULATOR_PORT: '', SIMULATOR_SPEED: ' ' })).toEqual(expected)
  })

  test('reads every variable', () => {
    const read = readSettings({
      SIMULATOR_PORT: '4010',
      SIMULATOR_DATA: '/tmp/somewhere',
      SIMULATOR_API_KEY: 'sk-mine',
      SIMULATOR_SPEED: '2.5',
      SIMULATOR_QUEUED_MS: '1',
      SIMULATOR_PROCESSING_MS: '2',
      SIMULATOR_LINK_MS: '3',
      SIMULATOR_QUERY_FORM: 'parameter',
      SIMULATOR_HEADTAIL_KEYS: 'headImage.imageUrl, tailImage.imageUrl',
    })
    expect(read).toEqual({
      ok: true,
      settings: {
        port: 4010,
        data: '/tmp/somewhere',
        apiKey: 'sk-mine',
        speed: 2.5,
        queuedMs: 1,
        processingMs: 2,
        linkMs: 3,
        queryForm: 'parameter',
        headtailKeys: ['headImage.imageUrl', 'tailImage.imageUrl'],
      },
    })
  })

  test.each([
    ['SIMULATOR_PORT', '65536'],
    ['SIMULATOR_PORT', 'http'],
    ['SIMULATOR_SPEED', '0'],
    ['SIMULATOR_SPEED', 'fast'],
    ['SIMULATOR_QUEUED_MS', '-1'],
    ['SIMULATOR_PROCESSING_MS', '1.5'],
    ['SIMULATOR_LINK_MS', 'Infinity'],
    ['SIMULATOR_QUERY_FORM', 'all'],
    ['SIMULATOR_HEADTAIL_KEYS', 'onlyOne'],
    ['SIMULATOR_HEADTAIL_KEYS', 'same,same'],
    ['SIMULATOR_HEADTAIL_KEYS', 'head,head.imageUrl'],
    ['SIMULATOR_HEADTAIL_KEYS', 'a..b,c'],
  ])('names %s when it is %s', (variable, value) => {
    const read = readSettings({ [variable]: value })
    expect(read.ok ? [] : read.problems.map((one) => one.variable)).toContain(variable)
  })

  test('names every bad variable, not only the first', () => {
    const read = readSettings({
      SIMULATOR_PORT: 'x',
      SIMULATOR_QUERY_FORM: 'y',
      SIMULATOR_SPEED: 'z',
    })
    expect(read.ok ? [] : read.problems.map((one) => one.variable).sort()).toEqual([
      'SIMULATOR_PORT',
      'SIMULATOR_QUERY_FORM',
      'SIMULATOR_SPEED',
    ])
  })
})
