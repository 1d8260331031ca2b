import { readdir, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { once } from 'node:events'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readLedger } from './ledger'
import type { RenderJob } from './render/render-job'
import type { Renderer } from './render/renderer'
import { startSimulator } from './start-simulator'
import { CLIP, startTestSimulator, temporaryFolder } from './test-harness'

/** Renders until it is closed. */
function endlessRenderer(): Renderer {
  const closing = new AbortController()
  const closed = once(closing.signal, 'abort')
  return {
    render: async () => {
      await closed
      throw new Error('stopped')
    },
    close: async () => closing.abort(),
  }
}

describe('a restart', () => {
  test('keeps tasks and links, and renders what was not finished', async () => {
    const data = await temporaryFolder()
    const renderer = endlessRenderer()
    const first = await startTestSimulator({ data, renderer })
    const id = await first.accepted()
    await first.close()

    const second = await startTestSimulator({ data })
    expect(second.port).not.toBe(first.port)
    const { urls } = await second.succeeded(id)
    expect(Buffer.from(await (await fetch(urls[0] ?? '')).arrayBuffer())).toEqual(CLIP)
    await second.close()

    const refusing = {
      render: () => Promise.reject(new Error('was rendered before')),
      close: async () => undefined,
    }
    const third = await startTestSimulator({ data, port: second.port, renderer: refusing })
    third.clock.now = second.clock.now
    expect((await fetch(urls[0] ?? '')).status).toBe(200)
    expect((await third.succeeded(id)).urls).toHaveLength(1)
    expect(await readLedger(data)).toHaveLength(1)
  })

  test('a task that failed stays failed', async () => {
    const data = await temporaryFolder()
    const renderer = {
      render: () => Promise.reject(new Error('no colours left')),
      close: async () => undefined,
    }
    const first = await startTestSimulator({ data, renderer, onError: () => undefined })
    const id = await first.accepted()
    expect((await first.ended(id)).data?.task_status).toBe('failed')
    await first.close()
    const second = await startTestSimulator({ data })
    expect((await second.ended(id)).data?.task_status).toBe('failed')
  })

  test('removes what a crash left unfinished', async () => {
    const data = await temporaryFolder()
    await (await startSimulator({ data })).close()
    await writeFile(path.join(data, 'tasks', 'a.json.1.tmp'), '{')
    await writeFile(path.join(data, 'clips', 'b.mp4.2.tmp'), 'half')
    await startTestSimulator({ data })
    expect(await readdir(path.join(data, 'tasks'))).toEqual([])
    expect(await readdir(path.join(data, 'clips'))).toEqual([])
  })

  test('does not start on a task file that it cannot read', async () => {
    const data = await temporaryFolder()
    await (await startSimulator({ data })).close()
    await writeFile(path.join(data, 'tasks', 'a.json'), '{"id":1}')
    await expect(startSimulator({ data })).rejects.toThrow(/a\.json is not a task/)
  })
})

test('the same clip is rendered once, whoever asks', async () => {
  const jobs: RenderJob[] = []
  const render = async (job: RenderJob) => {
    jobs.push(job)
    return CLIP
  }
  const renderer = { render, close: async () => undefined }
  const simulator = await startTestSimulator({ renderer })
  const ids = await Promise.all([1, 2, 3].map(() => simulator.accepted()))
  const other = await simulator.accepted({ cameraMovement: 'zoom_out' })
  for (const id of [...ids, other]) await simulator.succeeded(id)
  expect(jobs.map((job) => job.move)).toEqual([null, 'zoom_out'])
  expect(await readdir(path.join(simulator.data, 'clips'))).toHaveLength(2)
})

test('a clip is rendered from the picture that was sent, within this process', async () => {
  const simulator = await startTestSimulator({ renderer: undefined })
  const { urls, usage } = await simulator.succeeded(
    await simulator.accepted({ resolution: '360p' }),
  )
  expect(usage.seconds).toBe(5)
  const clip = Buffer.from(await (await fetch(urls[0] ?? '')).arrayBuffer())
  expect(clip.toString('latin1', 4, 8)).toBe('ftyp')
})

describe('close', () => {
  test('lets go of idle and hanging connections, and may be called twice', async () => {
    const simulator = await startTestSimulator()
    const idle = connect(simulator.port, '127.0.0.1')
    await once(idle, 'connect')
    await simulator.scenarios([{ on: 'query', do: { kind: 'hang' } }])
    const hanging = simulator.call('/api/v1/video/task/x').catch(() => 'dropped')
    await expect
      .poll(async () => (await simulator.call('/_simulator/requests')).json())
      .toHaveLength(1)
    const started = Date.now()
    await Promise.all([simulator.close(), simulator.close()])
    expect(Date.now() - started).toBeLessThan(1500)
    expect(await hanging).toBe('dropped')
    await expect(fetch(simulator.url)).rejects.toThrow()
    idle.destroy()
  })
})

test('a wrong setting and a port that is taken are said at once', async () => {
  const simulator = await startTestSimulator()
  const data = await temporaryFolder()
  await expect(startSimulator({ data, speed: 0 })).rejects.toThrow()
  await expect(startSimulator({ data, port: simulator.port })).rejects.toThrow(/EADDRINUSE/)
})
