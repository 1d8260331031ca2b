import type { TaskPage } from '@/lib/shared/wire'

type Poster = { url: string; ratio: number }

const PAGE = 100

/** The stills of a studio's newest clips, in their order. */
export async function readPosters(studio: string, count: number): Promise<Poster[]> {
  const posters: Poster[] = []
  let cursor: string | null = null
  while (posters.length < count) {
    const params = new URLSearchParams({ limit: String(PAGE), ...(cursor && { cursor }) })
    const page: TaskPage = await (await fetch(`${studio}/api/tasks?${params}`)).json()
    for (const { inputs, videos } of page.tasks) {
      const [input] = inputs
      const url = videos[0]?.posterUrl ?? input?.thumbUrl ?? input?.url
      if (input && url) posters.push({ url, ratio: input.width / input.height })
    }
    cursor = page.nextCursor
    if (!cursor) break
  }
  return posters.slice(0, count)
}

/**
 * The same stills at the same places as the gallery has them, and nothing else: no script, no words, no blur, no state. What a browser
 * needs for the pictures alone.
 */
export function barePage(posters: readonly Poster[], row: number): string {
  const items = posters.map(
    ({ url, ratio }) =>
      `<li style="flex:${ratio * 100} 1 ${ratio * row}px;aspect-ratio:${ratio}"><img src="${url}" alt="" loading="lazy" decoding="async"></li>`,
  )
  return `<!doctype html><html lang="en"><title>Bare</title><style>
    body{margin:0;padding:134px 4px 4px;background:#000}
    ul{display:flex;flex-wrap:wrap;gap:4px;margin:0;padding:0;list-style:none}
    li{min-width:0;overflow:hidden}
    img{display:block;width:100%;height:100%;object-fit:cover}
  </style><ul>${items.join('')}</ul></html>`
}
