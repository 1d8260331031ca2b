import { expect, it } from 'vitest'
import { complainAboutNode } from './node-version.mjs'

it.each(['20.19.0', '20.20.2', '22.0.0', '24.21.0'])('Node %s will do', (version) => {
  expect(complainAboutNode(version)).toBeNull()
})

it.each(['20.18.3', '18.20.8', '16.0.0'])('Node %s gets a kind sentence', (version) => {
  expect(complainAboutNode(version)).toContain(
    `needs Node 20.19 or later, and this is Node ${version}`,
  )
})
