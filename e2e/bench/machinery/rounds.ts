export const ROUNDS = 6
const WARM_UPS = 1

export type Sides<Ours, Peer> = {
  ours: (round: number) => Promise<Ours>
  peer: (round: number) => Promise<Peer>
}
type Count = { rounds?: number; warmUps?: number }

/**
 * Measures both sides in every round, each first in every second one (ABBA…), so that a machine that slows down or speeds up
 * does it to both. Warm-up rounds come before and are not counted.
 */
export async function alternate<Ours, Peer>(
  sides: Sides<Ours, Peer>,
  { rounds = ROUNDS, warmUps = WARM_UPS }: Count = {},
): Promise<{ ours: Ours[]; peer: Peer[] }> {
  const ours: Ours[] = []
  const peer: Peer[] = []
  for (let round = 0; round < warmUps + rounds; round += 1) {
    const takeOurs = async () => ours.push(await sides.ours(round))
    const takePeer = async () => peer.push(await sides.peer(round))
    const turns = round % 2 === 0 ? [takeOurs, takePeer] : [takePeer, takeOurs]
    for (const take of turns) await take()
  }
  return { ours: ours.slice(warmUps), peer: peer.slice(warmUps) }
}

/** The same rounds for a figure that stands alone. */
export async function repeat<T>(
  measure: (round: number) => Promise<T>,
  { rounds = ROUNDS, warmUps = WARM_UPS }: Count = {},
): Promise<T[]> {
  const taken: T[] = []
  for (let round = 0; round < warmUps + rounds; round += 1) taken.push(await measure(round))
  return taken.slice(warmUps)
}
