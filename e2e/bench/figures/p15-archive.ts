import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as z from 'zod'
import { startClient } from '../clients/start-client'
import type { Figure } from '../machinery/figure'
import { alternate } from '../machinery/rounds'
import { clipMaker, startClipServer } from '../peers/clip-server'
import { fetchByTools, findTools } from '../peers/curl'

const CLIP_BYTES = 40_000_000

export const p15Archive: Figure = {
  id: 'P15',
  title: 'Archiving a clip',
  peer: 'curl, sha256sum and sync',
  lines: [
    {
      key: 'archive',
      what: 'a clip of 40 MB fetched, hashed, synced; by the studio proved to be whole, too',
      unit: 'MB/s',
      bar: 0.7,
      aim: 0.9,
      direction: 'at-least',
    },
  ],
  async measure(scope) {
    const tools = findTools()
    if (!tools) return { kind: 'not-measured', reason: 'curl, sha256sum or sync is not installed' }
    const folder = mkdtempSync(path.join(tmpdir(), 'studio-bench-archive-'))
    scope.defer(() => rmSync(folder, { recursive: true, force: true }))
    const [clips, dataDir] = ['clips', 'data'].map((name) => path.join(folder, name))
    if (!clips || !dataDir) throw new Error('no folders')
    mkdirSync(clips)
    const make = await clipMaker(clips, CLIP_BYTES)
    const origin = await startClipServer(scope, clips)
    const client = startClient(scope, 'archive-clip')
    const speed = (ms: number) => CLIP_BYTES / 1000 / ms
    // Another clip each time: what the studio has already, it would not store again.
    const urlOf = (name: string) => {
      make(name)
      return `${origin}/${name}`
    }
    const archive = await alternate({
      ours: async (round) => {
        const url = urlOf(`ours-${round}.mp4`)
        return speed(z.number().parse(await client({ url, token: `round-${round}`, dataDir })))
      },
      peer: async (round) => {
        const url = urlOf(`peer-${round}.mp4`)
        return speed(await fetchByTools(tools, { url, file: path.join(folder, `${round}.mp4`) }))
      },
    })
    return { kind: 'measured', samples: { archive } }
  },
}
