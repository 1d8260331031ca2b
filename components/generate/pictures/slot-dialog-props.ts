import type { FormPicture } from '../form-values'
import type { PictureTaking } from '../use-picture'

/** What a dialog of a slot is given. */
export type SlotDialogProps = {
  picture: FormPicture | null
  intake: PictureTaking
  onPick: (picture: FormPicture) => void
  onClose: () => void
}
