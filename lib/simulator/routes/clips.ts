import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { byteRange } from '../byte-range'
import type { Context } from '../context'
import { readLink } from '../links'
import { bareNotFound, bytesBody, reply, WHOLE, type Answer, type Reply } from '../reply'
import { toldAnswer, toldDelivery } from '../scenarios/told-answer'

/** `GET` and `HEAD /clips/…`: whoever has the link may have the clip, no key is asked for. */
export async function clips(context: Context, request: IncomingMessage, url: URL): Promise<Answer> {
  const link = readLink(url, { secret: context.linkSecret, now: context.now() })
  const task = link && context.files.get(link.taskId)
  if (!task) return { reply: denied(), delivery: WHOLE }
  if (context.linkFaults.take(link.mark)) return { reply: bareNotFound(), delivery: WHOLE }
  const told = context.scenarios.takeClip({
    prompt: task.submission.prompt,
    taskId: task.id,
    hasSucceeded: true,
  })
  const delivery = toldDelivery(told)
  if (told?.kind === 'answer') return { reply: toldAnswer(told), delivery }
  if (told?.kind === 'dead-link' || told?.kind === 'late-link') {
    return { reply: bareNotFound(), delivery }
  }
  const file = context.files.clipPath(task.clip.key)
  if (told?.kind === 'short') return { reply: shortReply(file, told.bytes), delivery }
  return { reply: await clipReply(file, request.headers.range), delivery }
}

function shortReply(file: string, bytes: number): Reply {
  const open = () => createReadStream(file, { start: 0, end: bytes - 1 })
  const body = bytes === 0 ? bytesBody('') : { bytes, open }
  return reply({ status: 200, contentType: 'video/mp4', body })
}

async function clipReply(file: string, rangeHeader: string | undefined): Promise<Reply> {
  const { size } = await stat(file)
  const range = byteRange(rangeHeader, size)
  const headers = { 'accept-ranges': 'bytes' }
  if (range.kind === 'unsatisfiable') {
    return reply({
      status: 416,
      contentType: 'text/plain',
      headers: { ...headers, 'content-range': `bytes */${size}` },
      body: bytesBody(''),
    })
  }
  const { start, end } = range
  const body = { bytes: end - start + 1, open: () => createReadStream(file, { start, end }) }
  if (range.kind === 'whole') return reply({ status: 200, contentType: 'video/mp4', headers, body })
  return reply({
    status: 206,
    contentType: 'video/mp4',
    headers: { ...headers, 'content-range': `bytes ${start}-${end}/${size}` },
    body,
  })
}

/** As object stores say it. */
function denied(): Reply {
  const xml =
    '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code>' +
    '<Message>The link has expired or its signature is wrong.</Message></Error>\n'
  return reply({ status: 403, contentType: 'application/xml', body: bytesBody(xml) })
}
