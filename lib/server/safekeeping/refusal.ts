/** Why something cannot be done, in one line for the person who asked for it. Nothing was changed. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
}
