// What may be done to the rows of many tasks within a transaction of somebody else: `keeping` writes its own marks in the same one.
export {
  putColumnBack,
  setColumn,
  setFavorite,
  setNotes,
  setRating,
  setTitle,
} from './store/columns'
export { tellOf, type Before, type BeforeValue, type Part, type PutBack } from './store/part'
export {
  cancelWaiting,
  moveToTrash,
  purge,
  takeOutAgain,
  takeOutOfTrash,
  throwBack,
} from './store/trash'
