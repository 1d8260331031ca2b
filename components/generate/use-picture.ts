import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'next-intl'
import { bringIn, type PictureSource } from '@/lib/client/image-upload'
import type { BringInStage } from '@/lib/client/pictures/bring-in-options'
import { PictureRefusal } from '@/lib/client/pictures/picture-refusal'
import { useErrorSentence } from '../shell/error-sentence'
import { toFormPicture, type FormPicture } from './form-values'

export type PictureTaking = {
  /** Whether it came in. One that follows takes its place. */
  take: (source: PictureSource) => Promise<boolean>
  /** One after the other, as many as there is room for. */
  takeFiles: (files: FileList | readonly File[]) => void
  /** Whether several files at once have a place to go. */
  takesMany: boolean
  /** Stops what is on its way. */
  cancel: () => void
  /** Forgets what was said about the last try, and stops what is on its way. */
  clear: () => void
  isUploading: boolean
  /** How far the one on its way has come. */
  stage: BringInStage | null
  /** A local address of the file on its way. */
  preview: string | null
  /** Why the last try failed. */
  problem: string | null
  /** What else is to be said about it. */
  remark: string | null
}

type Way = { stage: BringInStage; preview: string | null; abort: AbortController }

/** Takes a picture in by any way. While one is on its way, or after it failed, the one before stays. */
export function usePicture(options: {
  uploadMaxBytes: number
  onPicture: (picture: FormPicture) => void
  /** How many of the files that come together it takes; one, if nothing is said. */
  room?: number
  /** Takes the files beyond, once those before are in. Without it they are left, and that is said. */
  onMany?: (rest: File[]) => void
}): PictureTaking {
  const t = useTranslations()
  const sentence = useErrorSentence()
  const [way, setWay] = useState<Way | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [remark, setRemark] = useState<string | null>(null)
  const latest = useRef<AbortController>(null)
  const preview = way?.preview ?? null
  useEffect(() => {
    if (preview) return () => URL.revokeObjectURL(preview)
  }, [preview])
  useEffect(() => () => latest.current?.abort(), [])

  const explain = (error: unknown) =>
    error instanceof PictureRefusal
      ? t(`errors.${error.code}`, error.values)
      : sentence(error instanceof Error ? error : new Error(String(error)))

  const cancel = () => {
    latest.current?.abort()
    setWay(null)
  }
  const clear = () => {
    cancel()
    setProblem(null)
    setRemark(null)
  }
  const bring = async (source: PictureSource, isOneOfMany = false) => {
    cancel()
    const abort = (latest.current = new AbortController())
    const chosen = source.kind === 'file' ? URL.createObjectURL(source.file) : null
    setWay({ stage: { kind: 'preparing' }, preview: chosen, abort })
    const onStage = (stage: BringInStage) =>
      setWay((current) => (current?.abort === abort ? { ...current, stage } : current))
    const maxBytes = options.uploadMaxBytes
    try {
      const image = await bringIn(source, { signal: abort.signal, maxBytes, onStage })
      if (abort.signal.aborted) return 'stopped'
      options.onPicture(toFormPicture(image))
      return 'in'
    } catch (error) {
      if (abort.signal.aborted) return 'stopped'
      const name = isOneOfMany && source.kind === 'file' ? `${source.file.name}: ` : ''
      setProblem(name + explain(error))
      return 'refused'
    } finally {
      setWay((current) => (current?.abort === abort ? null : current))
    }
  }
  const take = async (source: PictureSource) => {
    clear()
    return (await bring(source)) === 'in'
  }
  const takeFiles = async (files: readonly File[]) => {
    if (files.length > 0) clear()
    let { room = 1 } = options
    for (const [index, file] of files.entries()) {
      if (room === 0) {
        if (options.onMany) options.onMany(files.slice(index))
        else setRemark(t('picture.onlyFirst'))
        return
      }
      const end = await bring({ kind: 'file', file }, files.length > 1)
      if (end === 'stopped') return
      if (end === 'in') room -= 1
    }
  }
  return {
    take,
    takeFiles: (files) => void takeFiles([...files]),
    takesMany: options.onMany !== undefined,
    cancel,
    clear,
    isUploading: way !== null,
    stage: way?.stage ?? null,
    preview,
    problem,
    remark,
  }
}
