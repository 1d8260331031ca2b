import { taskOnWireSchema } from '@/lib/shared/wire'
import { ask, postTask, uploadPicture } from '../../support/api'
import type { Figure } from '../machinery/figure'
import { repeat } from '../machinery/rounds'
import { percentile } from '../machinery/statistics'
import { openBrowser } from '../peers/browser'
import { startStudioIn } from '../peers/studio'
import { typeInPrompt } from '../peers/typing'

const PICTURES = { hero: 'chelsea.png', cup: 'coffee.png', sky: 'rocket.jpg' }
/** Long enough to scroll, and every name in it. */
const WRITTEN = [
  '@hero and @cup stay under the @sky while the light of the morning comes in.',
  ...Array<string>(14).fill(
    'It falls through the window onto the table, warm and soft, and moves on.',
  ),
  '',
].join(' ')
/** Keys. The list of references opens twice: one is taken by Enter, one is written out; and `@` is once part of an address. */
const KEYS = [
  ...'Then @',
  'Enter',
  ...'turns to me@example.com, waits, and walks on. The camera follows, closer and closer, until ',
  ...'@sky fills the picture and nothing is left of the room but the light, which fades away slowly.',
]
const TYPED = `Then @hero ${KEYS.slice(7).join('')}`

export const t1Typing: Figure = {
  id: 'T1',
  title: 'Typing in the prompt',
  peer: null,
  lines: [
    {
      key: 'p98',
      what: `from a key to the next paint, p98 of ${KEYS.length}, three pictures loaded`,
      unit: 'ms',
      bar: 50,
      aim: 24,
      direction: 'at-most',
    },
  ],
  async measure(scope) {
    const browser = await openBrowser(scope)
    const studio = await startStudioIn(scope, { WORKER: 'off' })
    const address = `${studio.url}/?from=${await makeOrigin(studio.url)}`
    const typing = { address, keys: KEYS, typed: WRITTEN + TYPED }
    const rounds = await repeat(() => typeInPrompt(browser, typing))
    const ours = rounds.map((delays) => percentile(delays, 0.98))
    return { kind: 'measured', samples: { p98: { ours, peer: null } } }
  },
}

/** A task with three references, for the form to go on from; canceled, so that nothing moves beside it. */
async function makeOrigin(url: string): Promise<string> {
  const pictures = Object.entries(PICTURES).map(async ([refName, file]) => {
    const { id } = await uploadPicture(url, file)
    return { imageId: id, type: 'subject', refName }
  })
  const characterImages = await Promise.all(pictures)
  const answer = await postTask(url, { model: 'aisphere-v5', prompt: WRITTEN, characterImages })
  const { id } = taskOnWireSchema.parse(await answer.json())
  await ask(url, `/api/tasks/${id}/cancel`, { method: 'POST' })
  return id
}
