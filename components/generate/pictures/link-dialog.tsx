import { useState, type FormEvent } from 'react'
import { useTranslations } from 'next-intl'
import { Button } from '../../ui/button'
import { Field } from '../../ui/field'
import { TextBox } from '../../ui/text-box'
import { PictureDialog } from './picture-dialog'
import type { SlotDialogProps } from './slot-dialog-props'

/** The address of a picture, typed. It stays open until the picture is there, or is closed. */
export function LinkDialog({ intake, onClose }: SlotDialogProps) {
  const t = useTranslations('pictures')
  const [address, setAddress] = useState('')
  const [problem, setProblem] = useState<'form' | 'answer' | null>(null)
  const handleClose = () => {
    if (intake.isUploading) intake.cancel()
    onClose()
  }
  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    const url = readAddress(address)
    if (!url) return setProblem('form')
    setProblem('answer')
    if (await intake.take({ kind: 'address', url })) onClose()
  }
  return (
    <PictureDialog title={t('linkTitle')} onClose={handleClose}>
      <form noValidate onSubmit={(event) => void handleSubmit(event)} className="p-4">
        <Field
          id="picture-address"
          label={t('linkLabel')}
          hint={t('linkHint')}
          error={problem === 'form' ? t('linkBad') : problem && intake.problem}
        >
          {(control) => (
            <TextBox
              {...control}
              type="url"
              inputMode="url"
              autoComplete="off"
              data-first
              placeholder="https://"
              value={address}
              onChange={(event) => {
                setAddress(event.target.value)
                setProblem(null)
              }}
            />
          )}
        </Field>
        <div className="mt-4 flex justify-end">
          <Button look="primary" type="submit" disabled={intake.isUploading}>
            {intake.isUploading ? t('loading') : t('linkUse')}
          </Button>
        </div>
      </form>
    </PictureDialog>
  )
}

/** What is typed without a scheme is meant with one. */
function readAddress(typed: string): string | null {
  const text = typed.trim()
  const whole = /^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`
  if (!URL.canParse(whole)) return null
  const { protocol, href, hostname } = new URL(whole)
  return protocol === 'https:' && hostname.includes('.') ? href : null
}
