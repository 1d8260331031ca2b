import Info from 'lucide-react/icons/info'
import Pause from 'lucide-react/icons/pause'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { ErrorText } from '../ui/error-text'
import { Notice } from '../ui/notice'
import { Toast } from '../ui/toast'
import { Sample, Samples } from './sample'
import type { Words } from './words'

export function MessageSpecimens({ words }: { words: Words }) {
  return (
    <>
      <ErrorSamples words={words} />
      <NoticeSamples words={words} />
      <ToastSamples words={words} />
      <EmptySamples words={words} />
    </>
  )
}

function ErrorSamples({ words: { states, words } }: { words: Words }) {
  return (
    <Samples of="error-text">
      <Sample state={states.rest}>
        <ErrorText>{words.error}</ErrorText>
      </Sample>
      <Sample state={states.long}>
        <ErrorText>{words.long}</ErrorText>
      </Sample>
      <Sample state={states.empty}>
        <ErrorText>{null}</ErrorText>
      </Sample>
    </Samples>
  )
}

function NoticeSamples({ words: { states, words } }: { words: Words }) {
  return (
    <Samples of="notice">
      <Sample isWide state={states.quiet}>
        <Notice look="quiet" icon={<Info />}>
          {words.notice}
        </Notice>
      </Sample>
      <Sample isWide state={states.needs}>
        <Notice look="needs" icon={<Pause />} action={<Button>{words.resume}</Button>}>
          {words.notice}
        </Notice>
      </Sample>
      <Sample isWide state={states.long}>
        <Notice look="needs" icon={<Pause />} action={<Button disabled>{words.working}</Button>}>
          {words.long}
        </Notice>
      </Sample>
    </Samples>
  )
}

function ToastSamples({ words: { states, words } }: { words: Words }) {
  const close = { closeLabel: words.cancel, onClose: () => {} }
  return (
    <Samples of="toast">
      <Sample state={states.rest}>
        <Toast {...close} action={<Button>{words.undo}</Button>}>
          {words.deleted}
        </Toast>
      </Sample>
      <Sample state={states.long}>
        <Toast {...close}>{words.long}</Toast>
      </Sample>
    </Samples>
  )
}

function EmptySamples({ words: { states, words } }: { words: Words }) {
  const action = <Button look="primary">{words.generate}</Button>
  return (
    <Samples of="empty-state">
      <Sample state={states.withPicture}>
        <EmptyState
          title={words.emptyTitle}
          picture={<img src="/examples/coffee.webp" alt="" className="rounded-card" />}
          action={action}
        />
      </Sample>
      <Sample state={states.withText}>
        <EmptyState title={words.emptyTitle} text={words.emptyText} action={action} />
      </Sample>
      <Sample state={states.long}>
        <EmptyState title={words.long} text={words.long} action={action} />
      </Sample>
    </Samples>
  )
}
