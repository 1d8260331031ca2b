import { requirePerson } from '@/lib/server/accounts/person'
import { handle } from '@/lib/server/http/handle'
import { readPage } from '@/lib/server/http/parse'
import { readPictureRequest } from '@/lib/server/http/read-picture-request'
import { listImages } from '@/lib/server/images/list-images'
import { presentImage } from '@/lib/server/images/present-image'
import { takeInPicture } from '@/lib/server/images/take-in-picture'

export const GET = handle(async (request) => {
  const person = requirePerson(request.headers)
  const { images, nextCursor } = await listImages({ person, ...readPage(request) })
  return Response.json({ images: images.map(presentImage), nextCursor })
})

export const POST = handle(async (request) => {
  const person = requirePerson(request.headers)
  const bytes = await readPictureRequest(request)
  const image = await takeInPicture({ person, bytes })
  return Response.json(presentImage(image), { status: 201 })
})
