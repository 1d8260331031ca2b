import './zod-setup'

// What answers are parsed with, and zod with it. Only `request` loads this file (api.ts), when something is asked for.
export { attentionPageSchema } from '@/lib/shared/attention'
export { auditPageSchema, historySchema } from '@/lib/shared/audit'
export {
  batchOnWireSchema,
  batchPageSchema,
  batchWithTasksSchema,
  canceledBatchSchema,
} from '@/lib/shared/batch-wire'
export { diagnosisSchema } from '@/lib/shared/diagnosis'
export {
  galleryCountsSchema,
  galleryFreshSchema,
  galleryIdsSchema,
  galleryPlaceSchema,
  galleryShapeSchema,
} from '@/lib/shared/gallery/gallery-wire'
export {
  changeListSchema,
  changePreviewSchema,
  changeSchema,
  collectionListSchema,
  collectionSchema,
  downloadSchema,
  tagListSchema,
  tagSchema,
} from '@/lib/shared/gallery/change'
export { familySchema } from '@/lib/shared/family-wire'
export { answersSchema } from '@/lib/shared/gateway-answers'
export { keySchema, storedKeySchema } from '@/lib/shared/gateway-key'
export { pricesOnWireSchema } from '@/lib/shared/price-schema'
export { promptPageSchema, templateListSchema, templateSchema } from '@/lib/shared/prompts'
export { retentionSchema } from '@/lib/shared/retention'
export {
  errorBodySchema,
  imagePageSchema,
  imageSchema,
  queueSchema,
  taskOnWireSchema,
  taskPageSchema,
} from '@/lib/shared/wire'
