/** Drawn here and not taken from the icons: this one comes with the page, so that no page loads a script for it. */
export function Gear() {
  return (
    <svg
      aria-hidden
      viewBox="0 0 24 24"
      fill="none"
      strokeWidth="1.75"
      className="size-4.5 shrink-0 stroke-current"
    >
      <circle cx="12" cy="12" r="2.75" />
      <circle cx="12" cy="12" r="6.75" />
      {/* Eight teeth: a dash and a gap each, around the wheel. */}
      <circle
        cx="12"
        cy="12"
        r="9"
        strokeWidth="3"
        strokeDasharray="3.6 3.469"
        pathLength="56.55"
      />
    </svg>
  )
}
