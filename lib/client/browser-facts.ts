import { useSyncExternalStore } from 'react'

// Facts that only the browser knows. While the page is hydrated they are what the server assumed, so that both agree.

export function useIsOnline(): boolean {
  return useSyncExternalStore(
    subscribeOnline,
    () => navigator.onLine,
    () => true,
  )
}

/** Whether nobody can see the page. */
export function useIsHidden(): boolean {
  return useSyncExternalStore(
    subscribeHidden,
    () => document.hidden,
    () => false,
  )
}

/** Whether shortcuts are shown with ⌘. */
export function useIsApple(): boolean {
  return useSyncExternalStore(
    subscribeNever,
    () => /Mac|iPhone|iPad/.test(navigator.userAgent),
    () => false,
  )
}

/** Whether a finger points at it: a phone or a tablet, which has a camera at hand. */
export function useHasTouch(): boolean {
  return useSyncExternalStore(
    subscribeNever,
    () => window.matchMedia?.('(pointer: coarse)').matches ?? false,
    () => false,
  )
}

const PICTURES = 'image/jpeg,image/png,image/webp'
const PICTURES_TO_TURN = `${PICTURES},image/heic,image/heif,image/avif,.heic,.heif,.avif`

/**
 * For `accept` of a file input. An iPhone that is not offered HEIC hands over a JPEG by itself; elsewhere a person shall be able to
 * choose one, to be told what can be done with it.
 */
export function usePicturesTaken(): string {
  return useSyncExternalStore(
    subscribeNever,
    () =>
      /iPhone|iPad|Mac/.test(navigator.userAgent) && navigator.maxTouchPoints > 1
        ? PICTURES
        : PICTURES_TO_TURN,
    () => PICTURES,
  )
}

/** Whether motion is unwelcome, asked at the moment when something would begin to move. */
export function prefersLessMotion(): boolean {
  return motionQuery()?.matches ?? false
}

/** The same for what is drawn, which changes with it. */
export function useLessMotion(): boolean {
  return useSyncExternalStore(subscribeMotion, prefersLessMotion, () => false)
}

/** The person's time zone; while hydrating, the server's. */
export function useLocalTimeZone(serverTimeZone: string | undefined): string | undefined {
  return useSyncExternalStore(
    subscribeNever,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => serverTimeZone,
  )
}

function subscribeOnline(onChange: () => void): () => void {
  window.addEventListener('online', onChange)
  window.addEventListener('offline', onChange)
  return () => {
    window.removeEventListener('online', onChange)
    window.removeEventListener('offline', onChange)
  }
}

function subscribeHidden(onChange: () => void): () => void {
  document.addEventListener('visibilitychange', onChange)
  return () => document.removeEventListener('visibilitychange', onChange)
}

function motionQuery(): MediaQueryList | undefined {
  return window.matchMedia?.('(prefers-reduced-motion: reduce)')
}

function subscribeMotion(onChange: () => void): () => void {
  const query = motionQuery()
  query?.addEventListener('change', onChange)
  return () => query?.removeEventListener('change', onChange)
}

function subscribeNever(): () => void {
  return () => {}
}
