import type { AttentionItem, AttentionPage } from '@/lib/shared/attention'
import type { AuditEntryOnWire } from '@/lib/shared/audit'
import type { GalleryShape } from '@/lib/shared/gallery/gallery-wire'
import { GALLERY_PAGE } from '@/lib/shared/limits'
import type { ImageOnWire, QueueOnWire, TaskOnWire, TaskPage } from '@/lib/shared/wire'

// Builders for tests: a whole thing, with what matters overridden.

export function anImage(overrides: Partial<ImageOnWire> = {}): ImageOnWire {
  return {
    id: 'image-1',
    width: 600,
    height: 400,
    bytes: 50_000,
    sha256: 'a'.repeat(64),
    url: '/media/images/image-1.jpg',
    originalWidth: 600,
    originalHeight: 400,
    thumbUrl: null,
    ...overrides,
  }
}

export function aTask(overrides: Partial<TaskOnWire> = {}): TaskOnWire {
  return {
    id: 'task-1',
    status: 'running',
    mode: 'image',
    model: 'aisphere-v5',
    prompt: 'Steam rises',
    params: { duration: 5, resolution: '540p' },
    inputs: [
      {
        role: 'image',
        imageId: 'image-1',
        url: '/media/images/image-1.jpg',
        thumbUrl: null,
        blur: null,
        width: 600,
        height: 400,
        type: null,
        refName: null,
      },
    ],
    taskId: null,
    error: null,
    videos: [],
    usage: null,
    estimate: { credits: 45, usd: 0.45, amount: 0.45, currency: 'USD' },
    createdAt: '2026-03-01T10:00:00.000Z',
    submittedAt: null,
    finishedAt: null,
    attempt: 1,
    owner: 'local',
    batchId: null,
    outlook: null,
    linkExpiresAt: null,
    title: null,
    notes: null,
    rating: null,
    isFavorite: false,
    tags: [],
    parent: null,
    childCount: 0,
    deletedAt: null,
    ...overrides,
  }
}

export function aVideo(
  overrides: Partial<TaskOnWire['videos'][number]> = {},
): TaskOnWire['videos'][number] {
  return {
    url: '/media/task-1/clip.mp4',
    downloadUrl: '/media/task-1/clip.mp4?download=clip.mp4',
    posterUrl: '/media/images/image-1.jpg',
    blur: null,
    width: 810,
    height: 540,
    durationMs: 5000,
    bytes: 1_200_000,
    sha256: 'b'.repeat(64),
    savedAt: '2026-03-01T10:02:00.000Z',
    expiresAt: null,
    ...overrides,
  }
}

export function anAttention(
  items: AttentionItem[],
  nextCursor: string | null = null,
): AttentionPage {
  return { items, nextCursor }
}

export function aNeedyTask(overrides: Partial<TaskOnWire> = {}): TaskOnWire {
  const error = { code: 'answer_unclear', message: 'The answer was unclear.' }
  return aTask({
    status: 'unconfirmed',
    submittedAt: '2026-03-01T10:01:00.000Z',
    error,
    ...overrides,
  })
}

export function anEntry(overrides: Partial<AuditEntryOnWire> = {}): AuditEntryOnWire {
  return {
    id: 1,
    at: '2026-03-01T10:05:00.000Z',
    owner: 'local',
    action: 'resend',
    taskId: 'task-1',
    detail: { attempt: 1 },
    task: { prompt: 'Steam rises', isDeleted: false },
    ...overrides,
  }
}

export function aQueue(overrides: Partial<QueueOnWire> = {}): QueueOnWire {
  return {
    paused: null,
    diskFull: false,
    queued: 0,
    running: 0,
    unconfirmed: 0,
    lost: 0,
    ...overrides,
  }
}

export function aPage(tasks: TaskOnWire[], nextCursor: string | null = null): TaskPage {
  return { tasks, nextCursor }
}

/** What the server says of a gallery of these clips, of which a page holds so many. */
export function aShape(tasks: readonly TaskOnWire[], pageSize = GALLERY_PAGE): GalleryShape {
  const ratios = Uint8Array.from(tasks.flatMap(() => [1500 & 0xff, 1500 >> 8]))
  return {
    total: tasks.length,
    pageSize,
    cursors: tasks
      .filter((_, index) => (index + 1) % pageSize === 0 && index + 1 < tasks.length)
      .map(({ id }) => id),
    ratios: btoa(String.fromCharCode(...ratios)),
    youngest: tasks[0]?.id ?? null,
  }
}
