// A task is accepted before it is committed, which follows half a second later. Breaks I1.
import { rewriteSql } from './rewrite-sql.mjs'

const LATER_MS = 500
let isNewTask = false
let commit = null

rewriteSql((sql, prepare) => {
  if (/^BEGIN/.test(sql)) commit?.()
  if (/^INSERT INTO "IdempotencyKey"/.test(sql)) isNewTask = true
  if (sql !== 'COMMIT' || !isNewTask) return sql
  isNewTask = false
  commit = () => {
    clearTimeout(timer)
    commit = null
    prepare('COMMIT').run()
  }
  const timer = setTimeout(commit, LATER_MS)
  return 'SELECT 1'
})
