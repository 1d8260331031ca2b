import { prefersLessMotion } from '@/lib/client/browser-facts'
import { setNowPlaying } from './now-playing'

/**
 * Motion in place of a still: one clip at a time in the page, without a sound, over and over. One player goes from card to card, so
 * that none is made while somebody waits; it stands outside of what React draws.
 */

/** A pointer that only passes over starts nothing; the clip is asked for at once. */
const DWELL_MS = 40
const SETTLE_MS = 120

let player: HTMLVideoElement | null = null
let place: HTMLElement | null = null
let timer: ReturnType<typeof setTimeout> | undefined
let scrolledAt = -Infinity

/** Starts a clip over the picture in `into`, instead of the one that plays. */
export function startMotion(into: HTMLElement, url: string): void {
  if (place === into) return
  endMotion()
  place = into
  load(url)
  timer = setTimeout(() => play(into, url), DWELL_MS)
}

/** Ends it, if it is in `of`; wherever it is without that. */
export function endMotion(of?: HTMLElement): void {
  if (!place || (of && place !== of)) return
  clearTimeout(timer)
  place = null
  if (!player) return
  player.remove()
  player.pause()
  delete player.dataset.playing
  // Ends the download too.
  player.removeAttribute('src')
  player.load()
}

export function isInMotion(of: HTMLElement): boolean {
  return place === of
}

/** While the page is scrolled, cards pass under a pointer that rests. */
export function isScrolling(): boolean {
  return performance.now() - scrolledAt < SETTLE_MS
}

/** To be told of every scroll: what has left the window stops. */
export function noteScroll(): void {
  scrolledAt = performance.now()
  if (!place) return
  const { top, bottom } = place.getBoundingClientRect()
  if (!place.isConnected || bottom <= 0 || top >= window.innerHeight) endMotion()
}

function load(url: string): void {
  player ??= makePlayer()
  player.src = url
}

function play(into: HTMLElement, url: string): void {
  if (place !== into || !into.isConnected) return endMotion()
  if (!player?.getAttribute('src')) load(url)
  if (!player) return
  setNowPlaying(null)
  into.append(player)
  // Refused where a browser saves power: the still stays.
  // Broken off by the next one, or forbidden: the still stands for it.
  player.play().catch(() => undefined)
}

function makePlayer(): HTMLVideoElement {
  const video = document.createElement('video')
  video.muted = true
  video.loop = true
  video.playsInline = true
  video.preload = 'auto'
  video.disablePictureInPicture = true
  video.tabIndex = -1
  video.ariaHidden = 'true'
  video.className = 'motion'
  // The still is there until the first picture of the clip is.
  video.addEventListener('playing', () => (video.dataset.playing = ''))
  return video
}

/** Motion that nobody asked for by a click or a tap. */
export function mayMoveByItself(): boolean {
  return !prefersLessMotion()
}
