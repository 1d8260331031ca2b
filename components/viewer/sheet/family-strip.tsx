import type { MouseEvent } from 'react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { clipHref } from '@/lib/client/gallery/open-clip'
import type { FamilyMember } from '@/lib/shared/family-wire'

/** Some of a family as stills, each a link. A plain press shows it in the viewer that is open, where one is. */
export function FamilyStrip(props: {
  label: string
  members: readonly FamilyMember[]
  search: string
  onShow?: (id: string) => void
}) {
  const { label, members, search, onShow } = props
  const handleClick = (event: MouseEvent, id: string) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0
    if (!onShow || !isPlain) return
    event.preventDefault()
    onShow(id)
  }
  return (
    <ul aria-label={label} className="flex flex-wrap gap-1">
      {members.map((member) => (
        <li key={member.id} className="w-20">
          {member.deletedAt ? (
            <Still member={member} isDim />
          ) : (
            <Link
              href={clipHref(member.id, search)}
              onClick={(event) => handleClick(event, member.id)}
              title={member.title ?? member.prompt}
              className="block"
            >
              <Still member={member} />
            </Link>
          )}
        </li>
      ))}
    </ul>
  )
}

function Still({ member, isDim = false }: { member: FamilyMember; isDim?: boolean }) {
  const t = useTranslations('family')
  const { title, prompt, way, pictureUrl } = member
  return (
    <>
      <span
        className={`block h-14 overflow-hidden rounded-inner bg-night ${isDim ? 'opacity-40' : ''}`}
      >
        {pictureUrl && (
          <img
            src={pictureUrl}
            alt={title ?? prompt}
            loading="lazy"
            className="size-full object-cover"
          />
        )}
      </span>
      <span className="block truncate text-meta text-soft">
        {isDim ? t('trash') : t(`ways.${way ?? 'none'}`)}
      </span>
    </>
  )
}
