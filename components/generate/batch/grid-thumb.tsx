import Check from 'lucide-react/icons/check'

/** A picture that is in the grid or not; the form's own always is. */
export function GridThumb(props: {
  url: string
  label: string
  isChosen: boolean
  onChange?: (isChosen: boolean) => void
}) {
  const { url, label, isChosen, onChange } = props
  return (
    <label className="group relative block size-16 cursor-pointer overflow-hidden rounded-inner border border-line has-checked:border-accent has-disabled:cursor-default has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent">
      <input
        type="checkbox"
        aria-label={label}
        checked={isChosen}
        disabled={!onChange}
        onChange={(event) => onChange?.(event.currentTarget.checked)}
        className="absolute inset-0 z-10 size-full cursor-[inherit] opacity-0"
      />
      <img
        src={url}
        alt=""
        loading="lazy"
        className="size-full object-cover opacity-60 transition-opacity group-has-checked:opacity-100"
      />
      <span
        aria-hidden
        className="absolute right-1 bottom-1 hidden size-4.5 place-items-center rounded-full bg-lamp text-on-lamp group-has-checked:grid"
      >
        <Check className="size-3" />
      </span>
    </label>
  )
}
