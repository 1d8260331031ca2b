import { useInfiniteQuery, type UseInfiniteQueryResult } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { imageQueries } from '@/lib/client/image-queries'
import { taskQueries } from '@/lib/client/task-queries'
import { useErrorSentence } from '../../shell/error-sentence'
import { Button } from '../../ui/button'
import { ErrorText } from '../../ui/error-text'
import { Skeleton } from '../../ui/skeleton'
import { toFormPicture, type FormPicture } from '../form-values'
import { pictureOfInput } from '../values-of-task'
import { PictureGrid } from './picture-grid'

/** What this person has brought in, newest first. */
export function UploadsGrid({ onPick }: { onPick: (picture: FormPicture) => void }) {
  const t = useTranslations('pictures')
  const list = useInfiniteQuery(imageQueries.list())
  const images = list.data?.pages.flatMap((page) => page.images) ?? []
  return (
    <Paged list={list} empty={images.length === 0 ? t('uploadsEmpty') : null}>
      <PictureGrid
        pictures={images.map((image) => ({
          picture: toFormPicture(image),
          thumbUrl: image.thumbUrl,
        }))}
        onPick={onPick}
      />
    </Paged>
  )
}

/** The pictures of the clips, newest first, each once. */
export function GalleryGrid({ onPick }: { onPick: (picture: FormPicture) => void }) {
  const t = useTranslations('pictures')
  const list = useInfiniteQuery(taskQueries.list())
  const inputs = list.data?.pages.flatMap((page) => page.tasks).flatMap((task) => task.inputs) ?? []
  const byId = new Map(
    inputs.map((input) => [
      input.imageId,
      { picture: pictureOfInput(input), thumbUrl: input.thumbUrl },
    ]),
  )
  return (
    <Paged list={list} empty={byId.size === 0 ? t('galleryEmpty') : null}>
      <PictureGrid pictures={[...byId.values()]} onPick={onPick} />
    </Paged>
  )
}

type List = Pick<
  UseInfiniteQueryResult,
  'isPending' | 'error' | 'hasNextPage' | 'isFetching' | 'fetchNextPage' | 'refetch'
>

/** A list as it comes: its shape, what went wrong, nothing, or the pictures and the way to more. */
function Paged(props: { list: List; empty: string | null; children: React.ReactNode }) {
  const t = useTranslations('pictures')
  const sentence = useErrorSentence()
  const { list, empty, children } = props
  if (list.isPending) return <GridLoading />
  if (list.error && empty) {
    return (
      <div className="flex flex-col items-start gap-3">
        <ErrorText>{sentence(list.error)}</ErrorText>
        <Button onClick={() => void list.refetch()}>{t('again')}</Button>
      </div>
    )
  }
  if (empty) return <p className="py-10 text-center text-soft">{empty}</p>
  return (
    <>
      {children}
      <ErrorText>{list.error && sentence(list.error)}</ErrorText>
      {list.hasNextPage && (
        <Button
          className="self-center"
          disabled={list.isFetching}
          onClick={() => void list.fetchNextPage()}
        >
          {list.isFetching ? t('loading') : t('showMore')}
        </Button>
      )}
    </>
  )
}

const PLACES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const

function GridLoading() {
  const t = useTranslations('pictures')
  return (
    <div role="status" aria-label={t('loading')} className="grid grid-cols-3 gap-1 sm:grid-cols-5">
      {PLACES.map((place) => (
        <Skeleton key={place} className="aspect-square rounded-inner" />
      ))}
    </div>
  )
}
