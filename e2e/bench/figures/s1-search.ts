import * as z from 'zod'
import { ask } from '../../support/api'
import { startClient, type Client } from '../clients/start-client'
import type { Figure, Line } from '../machinery/figure'
import { repeat } from '../machinery/rounds'
import { percentile } from '../machinery/statistics'
import { seededFolder } from '../peers/seeded'
import { startStudioIn } from '../peers/studio'

const COUNT = 100_000
/** Common and rare words, several, beginnings down to one letter, what is nowhere, and with filters around them. */
const ENGLISH = [
  ...['cat', 'camera', 'the', 'ginger cat', 'hummingbird', 'axolotl', 'velmo', 'montreal cafe'],
  ...['sl', 'c', 'a', 'zzz', 'no such thing', 'slowly pushes in', 'watermark', 'hands look wrong'],
].map((q) => new URLSearchParams({ q }))
const CHINESE = [
  ...['一只橘猫', '橘猫', '猫', '镜头缓慢推进', '电影质感', '金丝猴', '澜', '澜璟', '不存在的词'],
  ...['橘猫 夜市', '的', '在', '后半段更好', '保留种子', '敦煌飞天', '4k 橘猫'],
].map((q) => new URLSearchParams({ q }))
const FILTERS = [
  'state=succeeded&rating=4',
  'sort=rating&sound=1',
  'model=aisphere-v5&style=anime&sort=longest',
  'remixed=1&from=2026-01-01&zone=Asia/Shanghai',
]
const PAGE = '/api/tasks?limit=60&'
const COUNTS = '/api/gallery/counts?'
const SHAPE = '/api/gallery/shape?'

const P95 = { unit: 'ms', bar: 50, aim: 25, direction: 'at-most' } as const

export const s1Search: Figure = {
  id: 'S1',
  title: 'Searching 100,000 tasks',
  peer: null,
  lines: [
    { key: 'english', what: 'the first 60 of a search in English, over HTTP, p95', ...P95 },
    { key: 'chinese', what: 'the same in Chinese, down to one character', ...P95 },
    { key: 'filters', what: 'the same with filters and sorts around it, both languages', ...P95 },
    { key: 'counts', what: 'the counts beside every filter, for the same searches, p95', ...P95 },
    { key: 'shape', what: 'the shape of all that is found, p95', ...P95 },
  ] satisfies Line[],
  async measure(scope) {
    const dataDir = await seededFolder(scope, COUNT, { isWithoutFiles: true })
    const studio = await startStudioIn(scope, { WORKER: 'off', DATA_DIR: dataDir })
    await ask(studio.url, `${COUNTS}q=cat`) // it has read its table by then
    const client = startClient(scope, 'get-answers')
    const take = async (paths: string[]) => ({
      ours: await repeat(() => p95(client, studio.url, paths)),
      peer: null,
    })
    const both = [...ENGLISH, ...CHINESE].map(String)
    const filtered = both.map((words, index) => `${words}&${FILTERS[index % FILTERS.length]}`)
    return {
      kind: 'measured',
      samples: {
        english: await take(ENGLISH.map((words) => `${PAGE}${words}`)),
        chinese: await take(CHINESE.map((words) => `${PAGE}${words}`)),
        filters: await take(filtered.map((words) => `${PAGE}${words}`)),
        counts: await take(both.map((words) => `${COUNTS}${words}`)),
        shape: await take(both.map((words) => `${SHAPE}${words}`)),
      },
    }
  },
}

async function p95(client: Client, url: string, paths: string[]): Promise<number> {
  return percentile(z.array(z.number()).parse(await client({ url, paths, times: 3 })), 0.95)
}
