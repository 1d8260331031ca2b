import ImagePlus from 'lucide-react/icons/image-plus'
import { useTranslations } from 'next-intl'
import type { FormPicture } from './form-values'
import type { PictureTaking } from './use-picture'

type SlotLook = 'large' | 'half' | 'small'

/** The picture in its true ratio, or the invitation to bring one. */
export function ShownPicture(props: {
  intake: PictureTaking
  picture: FormPicture | null
  label: string
  look: SlotLook
}) {
  const { intake, picture, label, look } = props
  const t = useTranslations('picture')
  const url = intake.preview ?? picture?.url
  if (!url) return look === 'large' ? <LargeInvitation /> : <SmallInvitation label={label} />
  return (
    <>
      {/* What comes from a camera may be huge: it is drawn once, and the typing does not wait for it. */}
      {!intake.preview && (
        <img
          src={url}
          alt=""
          className="absolute inset-0 size-full scale-110 object-cover opacity-30 blur-2xl"
        />
      )}
      <img
        src={url}
        decoding="async"
        alt={intake.preview ? t('uploading') : look === 'large' ? t('alt') : label}
        className={`absolute inset-0 size-full object-contain ${intake.isUploading ? 'animate-breathe' : ''}`}
      />
    </>
  )
}

function LargeInvitation() {
  const t = useTranslations('picture')
  return (
    <span className="flex flex-col items-center gap-1 p-4 text-center">
      <ImagePlus aria-hidden className="mb-1.5 size-8 text-faint" strokeWidth={1.5} />
      <span className="text-prompt font-medium">
        <span className="pointer-coarse:hidden">{t('drop')}</span>
        <span className="hidden pointer-coarse:inline">{t('tap')}</span>
      </span>
      <span className="text-soft pointer-coarse:hidden">
        {t.rich('choose', {
          u: (chunks) => <span className="underline underline-offset-2">{chunks}</span>,
        })}
      </span>
    </span>
  )
}

function SmallInvitation({ label }: { label: string }) {
  const t = useTranslations('pictures')
  return (
    <span className="flex min-w-0 flex-col items-center gap-0.5 p-2 text-center">
      <ImagePlus aria-hidden className="mb-1 size-6 text-faint" strokeWidth={1.5} />
      <span className="text-control font-medium">{label}</span>
      <span className="text-meta text-soft pointer-coarse:hidden">{t('dropHere')}</span>
    </span>
  )
}
