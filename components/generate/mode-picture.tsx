import type { Mode } from '@/lib/shared/models/catalogue'

const FRAME = { height: 14, rx: 2.5 } as const

/** What becomes of the pictures, drawn: one that moves, one that becomes another, several that come together. */
export function ModePicture({ mode }: { mode: Mode }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 48 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      className="h-5 w-12"
    >
      {DRAWN[mode]}
    </svg>
  )
}

const DRAWN = {
  image: (
    <>
      <rect x={13} y={3} width={22} {...FRAME} />
      <path d="M22 7.2v5.6l4.6-2.8z" fill="currentColor" />
    </>
  ),
  frames: (
    <>
      <rect x={3} y={3} width={14} {...FRAME} />
      <rect x={31} y={3} width={14} {...FRAME} fill="currentColor" fillOpacity={0.25} />
      <path d="M20.500 10h7M25 7.500l2.500 2.500-2.500 2.500" />
    </>
  ),
  reference: (
    <>
      <rect x={4} y={4} width={10} height={8} rx={2} />
      <rect x={19} y={8} width={10} height={8} rx={2} />
      <rect x={34} y={4} width={10} height={8} rx={2} />
      <path d="M14 8c3 0 2 4 5 4M34 8c-3 0-2 4-5 4" opacity={0.6} />
    </>
  ),
} as const satisfies Record<Mode, unknown>
