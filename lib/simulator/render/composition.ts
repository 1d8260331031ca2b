import { blendAt, type Sight } from './blend-plane'
import type { Shot } from './camera-shot'
import type { Place } from './card-layout'
import { samplePlane, type Plane } from './frame-sampler'
import type { Card } from './load-card'
import { emptyYuv, type YuvPicture } from './yuv-picture'

/** Cards float over the background, each on its own way. */
export function compose(background: Shot, cards: readonly { card: Card; place: Place }[]): Shot {
  const layers = cards.map(({ card, place }) => ({ card, place, drawn: emptyLayer(place) }))
  return (frame, t) => {
    background(frame, t)
    layers.forEach((layer, index) => {
      const view = floating(index, t)
      drawCard(layer, view)
      lay(frame, layer)
    })
  }
}

interface Layer {
  card: Card
  place: Place
  drawn: { picture: YuvPicture; alpha: Plane; halfAlpha: Plane }
}

function emptyLayer({ width, height }: Place): Layer['drawn'] {
  const plane = (w: number, h: number) => ({ data: new Uint8Array(w * h), width: w, height: h })
  return {
    picture: emptyYuv(width, height),
    alpha: plane(width, height),
    halfAlpha: plane(width / 2, height / 2),
  }
}

/** The margin around a card is larger than what this takes away of it. */
const CLOSER = 1.06
const BREATH = 0.03

function floating(index: number, t: number): Sight {
  const turn = 2 * Math.PI * (t * 0.6 + index * 0.37)
  return {
    scale: CLOSER + BREATH * Math.sin(turn * 0.8),
    dx: 0.8 * Math.sin(turn),
    dy: 0.8 * Math.cos(turn * 0.7),
  }
}

function drawCard({ card, drawn }: Layer, view: Sight): void {
  card.picture.planes.forEach((plane, index) => {
    const target = drawn.picture.planes[index]
    if (target) samplePlane(plane, target, view)
  })
  samplePlane(card.alpha, drawn.alpha, view)
  samplePlane(card.alpha, drawn.halfAlpha, view)
}

function lay(frame: YuvPicture, { place, drawn }: Layer): void {
  const [bright, blueish, reddish] = frame.planes
  const [cardBright, cardBlueish, cardReddish] = drawn.picture.planes
  const full = { alpha: drawn.alpha, left: place.left, top: place.top }
  const half = { alpha: drawn.halfAlpha, left: place.left / 2, top: place.top / 2 }
  blendAt(bright, cardBright, full)
  blendAt(blueish, cardBlueish, half)
  blendAt(reddish, cardReddish, half)
}
