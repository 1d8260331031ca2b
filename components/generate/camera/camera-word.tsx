import { useCallback } from 'react'
import { useTranslations } from 'next-intl'
import { CAMERA_MOVEMENTS } from '@/lib/shared/models/catalogue'

/** A move's name in words; one that the studio does not know by the gateway's own name. */
export function useCameraWord(): (move: string) => string {
  const t = useTranslations('cameraMoves')
  return useCallback(
    (move) => {
      const known = CAMERA_MOVEMENTS.find((one) => one === move)
      return known ? t(known) : move
    },
    [t],
  )
}

export function CameraWord({ move }: { move: string }) {
  return useCameraWord()(move)
}
