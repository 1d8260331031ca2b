import type { NewTask, TaskPicture } from '@/lib/shared/task-schema'
import type { Contract } from './contract'

export type PictureAddress = TaskPicture & { address: string }
type GatewayTask = Pick<NewTask, 'mode' | 'model' | 'prompt' | 'params'> & {
  pictures: PictureAddress[]
}
type Json = { [key: string]: unknown }

/** The body of the paid request: exactly what the page prescribes for this mode, nothing that was not set. */
export function gatewayBody(task: GatewayTask, contract: Contract): Json {
  const empty = contract.sendsEmptyImageFields
    ? { image: {}, headtailImages: {}, characterImages: [] }
    : {}
  return {
    _action: 'i2v',
    model: task.model,
    prompt: task.prompt,
    ...empty,
    ...imageFields(task, contract),
    ...withoutEmpty(task.params),
  }
}

function imageFields({ mode, pictures }: GatewayTask, contract: Contract): Json {
  if (mode === 'image') return { image: { imageUrl: addressOf(pictures, 'image') } }
  if (mode === 'frames') {
    const frames: Json = {}
    const [headKey, tailKey] = contract.headtailKeys
    setPath(frames, headKey, addressOf(pictures, 'head'))
    setPath(frames, tailKey, addressOf(pictures, 'tail'))
    return { headtailImages: frames }
  }
  return {
    characterImages: pictures.map(({ address, type, refName }) => ({
      imageUrl: address,
      type,
      refName,
    })),
  }
}

function addressOf(pictures: PictureAddress[], role: TaskPicture['role']): string {
  const found = pictures.find((picture) => picture.role === role)
  if (!found) throw new Error(`A task without its ${role} picture cannot be sent`)
  return found.address
}

/** Sets `a.b.c` inside `target`, making the objects on the way. */
function setPath(target: Json, path: string, value: string): void {
  const [first = '', ...rest] = path.split('.')
  if (rest.length === 0) {
    target[first] = value
    return
  }
  const inner: Json = {}
  setPath(inner, rest.join('.'), value)
  target[first] = { ...(typeof target[first] === 'object' ? target[first] : {}), ...inner }
}

function withoutEmpty(params: object): Json {
  return Object.fromEntries(
    Object.entries(params).filter(([, value]) => value !== undefined && value !== ''),
  )
}
