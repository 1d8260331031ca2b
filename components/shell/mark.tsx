/** A bright frame in a dark room. */
export function Mark() {
  return (
    <svg aria-hidden viewBox="0 0 26 20" className="h-4.5 w-6 shrink-0">
      <rect
        x="1"
        y="1"
        width="24"
        height="18"
        rx="3.5"
        fill="none"
        className="stroke-current"
        strokeWidth="2"
      />
      <path d="M10.5 6.2v7.6l6.3-3.8z" className="fill-current" />
    </svg>
  )
}
