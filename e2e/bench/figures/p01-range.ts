import path from 'node:path'
import * as z from 'zod'
import { createTask, waitForStatus } from '../../support/api'
import { mediaFiles } from '../../support/media-files'
import { startClient } from '../clients/start-client'
import type { Figure } from '../machinery/figure'
import { alternate } from '../machinery/rounds'
import { findNginx, startNginx } from '../peers/nginx'
import { startStudioIn } from '../peers/studio'

const MEBIBYTE = 1024 * 1024
const SECONDS = 2
const LOAD = { rangeBytes: MEBIBYTE, connections: 8, seconds: SECONDS }

export const p01Range: Figure = {
  id: 'P1',
  title: 'Reading a clip',
  peer: 'nginx',
  lines: [
    {
      key: 'throughput',
      what: '1 MiB ranges of a clip, 8 connections, access check on',
      unit: 'MB/s',
      bar: 0.6,
      aim: 0.9,
      direction: 'at-least',
    },
  ],
  async measure(scope) {
    const nginx = findNginx()
    if (!nginx) return { kind: 'not-measured', reason: 'no nginx on this machine' }
    const studio = await startStudioIn(scope)
    const clip = await makeClip(studio.url)
    const folder = path.join(studio.dataDir, 'media')
    const file = mediaFiles(studio.dataDir).find((name) => name.includes(clip.sha256))
    const nginxPort = await startNginx(scope, nginx, folder)
    const client = startClient(scope, 'read-ranges')
    const read = async (port: number, file: string) => {
      const job = { ...LOAD, port, path: file, fileBytes: clip.bytes }
      return z.number().parse(await client(job)) / 1e6
    }
    const samples = await alternate({
      ours: () => read(Number(new URL(studio.url).port), clip.url),
      peer: () => read(nginxPort, `/${file}`),
    })
    return { kind: 'measured', samples: { throughput: samples } }
  },
}

/** The way every clip comes: a picture, a task, the simulator's answer, saved. */
async function makeClip(url: string) {
  const { id } = await createTask(url, 'rocket.jpg', { resolution: '1080p' })
  const task = await waitForStatus(url, id, 'succeeded')
  const [clip] = task.videos
  if (!clip?.sha256 || !clip.bytes || clip.bytes < 1.5 * MEBIBYTE)
    throw new Error('the simulator made no clip of 1.5 MiB or more')
  return { url: clip.url, sha256: clip.sha256, bytes: clip.bytes }
}
