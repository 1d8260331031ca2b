import { useEffect, useRef, useState, type FocusEvent } from 'react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useIsApple } from '@/lib/client/browser-facts'
import { shortcutHint } from '@/lib/client/shortcuts/key-signs'
import { useShortcut } from '@/lib/client/shortcuts/use-shortcut'
import { lastDone, removeToast, takeBack, useToasts, type Toast as Said } from '@/lib/client/toasts'
import { Button, buttonClass } from '../ui/button'
import { Toast } from '../ui/toast'

/** Long enough to read, think and reach for it. It stands still while it is pointed at or has the focus. */
const SHOWN_MS = 12_000

/** In the browser's top layer, above dialogs too: there, and over a clip, at the top, away from buttons and the player's bar. */
export function ToastStack() {
  const t = useTranslations('toasts')
  const toasts = useToasts()
  const box = useRef<HTMLElement>(null)
  const isOpen = toasts.length > 0
  useEffect(() => {
    if (isOpen) box.current?.showPopover()
    else box.current?.hidePopover()
  }, [isOpen])
  const last = lastDone(toasts)
  // Unless somebody writes: there it takes back words.
  useShortcut('everywhere.undo', () => last && takeBack(last), { isActive: last !== undefined })
  return (
    <section
      ref={box}
      popover="manual"
      aria-label={t('label')}
      className="fixed inset-auto bottom-6 left-1/2 m-0 w-[min(30rem,100vw-2rem)] -translate-x-1/2 flex-col gap-2 bg-transparent p-0 text-text open:flex max-xl:bottom-30 [:root:has([data-selecting])_&]:bottom-24 max-sm:[:root:has([data-selecting])_&]:bottom-36 [:root:has([data-panes=lg])_&]:top-28 [:root:has([data-panes=lg])_&]:bottom-auto [:root:has(dialog[open])_&]:top-4 [:root:has(dialog[open])_&]:bottom-auto [:root:has(dialog[open][data-keys=viewer])_&]:top-16"
    >
      {toasts.map((toast) => (
        <ShownToast key={toast.id} toast={toast} hasKey={toast === last} />
      ))}
    </section>
  )
}

function ShownToast({ toast, hasKey }: { toast: Said; hasKey: boolean }) {
  const t = useTranslations('toasts')
  const { id, text, undo, link } = toast
  const isApple = useIsApple()
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(() => removeToast(id), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [id, isHeld])
  const handleBlur = (event: FocusEvent) =>
    setHeld(event.currentTarget.contains(event.relatedTarget))
  return (
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={handleBlur}
    >
      <Toast
        closeLabel={t('close')}
        onClose={() => removeToast(id)}
        action={
          undo ? (
            <Button onClick={() => takeBack(toast)}>
              {t('undo')}
              {hasKey && (
                <kbd className="text-meta font-normal text-soft pointer-coarse:hidden">
                  {shortcutHint('everywhere.undo', isApple)}
                </kbd>
              )}
            </Button>
          ) : (
            link && (
              <Link href={link.href} onClick={() => removeToast(id)} className={buttonClass()}>
                {link.label}
              </Link>
            )
          )
        }
      >
        {text}
      </Toast>
    </div>
  )
}
