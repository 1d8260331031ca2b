import { useEffect, useState } from 'react'
import { useTranslations } from 'next-intl'
import { useImageUpload, type PictureSource } from '@/lib/client/image-upload'
import { useErrorSentence } from '../shell/error-sentence'
import { toFormPicture, type FormPicture } from './form-values'

const MEBIBYTE = 1024 * 1024

export type PictureTaking = {
  take: (source: PictureSource) => void
  takeFiles: (files: FileList | readonly File[]) => void
  /** Forgets what was said about the last try. */
  clear: () => void
  isUploading: boolean
  /** A local address of the file on its way. */
  preview: string | null
  /** Why the last try failed. */
  problem: string | null
  /** What else is to be said about it. */
  remark: string | null
}

/** Takes a picture in by any way. While one is on its way, or after it failed, the one before stays. */
export function usePicture(options: {
  uploadMaxBytes: number
  onPicture: (picture: FormPicture) => void
}): PictureTaking {
  const t = useTranslations()
  const sentence = useErrorSentence()
  const upload = useImageUpload()
  const [problem, setProblem] = useState<string | null>(null)
  const [remark, setRemark] = useState<string | null>(null)
  const [preview, setPreview] = useState<string | null>(null)
  useEffect(() => {
    if (preview) return () => URL.revokeObjectURL(preview)
  }, [preview])

  const clear = () => {
    setProblem(null)
    setRemark(null)
  }
  const take = (source: PictureSource) => {
    clear()
    const chosen = source.kind === 'file' ? source.file : null
    if (chosen && chosen.size > options.uploadMaxBytes) {
      const max = Math.floor(options.uploadMaxBytes / MEBIBYTE)
      setProblem(t('errors.picture_too_heavy', { max }))
      return
    }
    setPreview(chosen && URL.createObjectURL(chosen))
    upload.mutate(source, {
      onSuccess: (image) => options.onPicture(toFormPicture(image)),
      onError: (error) => setProblem(sentence(error)),
      onSettled: () => setPreview(null),
    })
  }
  const takeFiles = (files: FileList | readonly File[]) => {
    const [first, second] = files
    if (!first) return
    take({ kind: 'file', file: first })
    if (second) setRemark(t('picture.onlyFirst'))
  }
  return { take, takeFiles, clear, isUploading: upload.isPending, preview, problem, remark }
}
