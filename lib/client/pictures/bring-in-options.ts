export type BringInStage =
  | { kind: 'preparing' }
  /** How much has gone, 0 to 1. */
  | { kind: 'sending'; share: number }
  | { kind: 'storing' }

export type BringInOptions = {
  signal: AbortSignal
  /** Bytes that the studio takes. */
  maxBytes: number
  onStage: (stage: BringInStage) => void
}
