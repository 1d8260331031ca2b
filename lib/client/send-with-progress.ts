/** Milliseconds without a byte going out until an upload counts as broken off. */
const STALLED_MS = 60_000
/** Milliseconds that the studio may take for its answer: it decodes and encodes the picture, two at a time. */
const ANSWER_MS = 120_000

/**
 * Sends a form as `fetch` would, and says how much of it is gone (0 to 1): `fetch` itself cannot. Throws the signal's reason, or
 * an Error when the connection broke off or stood still.
 */
export function sendWithProgress(options: {
  url: URL
  body: FormData
  signal?: AbortSignal
  onProgress: (share: number) => void
}): Promise<Response> {
  const { url, body, signal, onProgress } = options
  signal?.throwIfAborted()
  return new Promise((resolve, reject) => {
    const question = new XMLHttpRequest()
    let timer: ReturnType<typeof setTimeout> | undefined
    const wait = (milliseconds: number) => {
      clearTimeout(timer)
      timer = setTimeout(() => fail(new Error('no progress')), milliseconds)
    }
    const cancel = () => fail(signal?.reason)
    const end = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', cancel)
    }
    const fail = (reason: unknown) => {
      end()
      reject(reason)
      question.abort()
    }
    question.open('POST', url)
    question.upload.onprogress = ({ lengthComputable, loaded, total }) => {
      wait(STALLED_MS)
      if (lengthComputable) onProgress(loaded / total)
    }
    question.upload.onload = () => {
      wait(ANSWER_MS)
      onProgress(1)
    }
    question.onload = () => {
      end()
      resolve(new Response(question.responseText, { status: question.status }))
    }
    question.onerror = () => fail(new Error('no answer'))
    signal?.addEventListener('abort', cancel)
    wait(STALLED_MS)
    question.send(body)
  })
}
