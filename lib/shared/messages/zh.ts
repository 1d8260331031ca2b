import attention from './zh/attention.json'
import batch from './zh/batch.json'
import camera from './zh/camera.json'
import collections from './zh/collections.json'
import errors from './zh/errors.json'
import filters from './zh/filters.json'
import form from './zh/form.json'
import keeping from './zh/keeping.json'
import grid from './zh/grid.json'
import pictures from './zh/pictures.json'
import prompt from './zh/prompt.json'
import retention from './zh/retention.json'
import selecting from './zh/selecting.json'
import settings from './zh/settings.json'
import several from './zh/several.json'
import shortcuts from './zh/shortcuts.json'
import studio from './zh/studio.json'
import viewer from './zh/viewer.json'

/** What every page may say, in Chinese. Some parts bring words of their own, and load them themselves. */
export const messages = {
  ...attention,
  ...batch,
  ...camera,
  ...collections,
  ...errors,
  ...filters,
  ...form,
  ...keeping,
  ...grid,
  ...pictures,
  ...prompt,
  ...retention,
  ...selecting,
  ...settings,
  ...several,
  ...shortcuts,
  ...studio,
  ...viewer,
}
