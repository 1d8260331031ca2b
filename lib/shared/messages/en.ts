import attention from './en/attention.json'
import batch from './en/batch.json'
import camera from './en/camera.json'
import collections from './en/collections.json'
import errors from './en/errors.json'
import filters from './en/filters.json'
import form from './en/form.json'
import keeping from './en/keeping.json'
import grid from './en/grid.json'
import pictures from './en/pictures.json'
import prompt from './en/prompt.json'
import retention from './en/retention.json'
import selecting from './en/selecting.json'
import settings from './en/settings.json'
import several from './en/several.json'
import shortcuts from './en/shortcuts.json'
import studio from './en/studio.json'
import viewer from './en/viewer.json'

/** What every page may say, in English. Some parts bring words of their own, and load them themselves. */
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
