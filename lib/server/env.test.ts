import { describe, expect, it } from 'vitest'
import { EnvError, parseEnv } from './env'

describe('parseEnv', () => {
  it('works with nothing set: a simulator on this machine', () => {
    const env = parseEnv({})
    expect(env.gateway).toMatchObject({ isSimulator: true, rules: 'strict', concurrency: 5 })
    expect(env).toMatchObject({ port: 3000, host: '127.0.0.1', worker: true })
  })

  it('takes an empty variable for an absent one', () => {
    expect(parseEnv({ AISPHERE_API_KEY: '', PORT: '' }).gateway.isSimulator).toBe(true)
  })

  it('talks to the gateway once there is a key', () => {
    const { gateway } = parseEnv({ AISPHERE_API_KEY: 'sk-abc' })
    expect(gateway).toMatchObject({ isSimulator: false, baseUrl: 'https://api.aa.com.cn' })
  })

  it('names every bad variable and shows no value', () => {
    const bad = {
      PORT: 'seventy',
      AISPHERE_RULES: 'loose',
      AISPHERE_API_KEY: 'sk-secret with space',
    }
    const read = () => parseEnv(bad)
    expect(read).toThrow(EnvError)
    expect(read).toThrow(/PORT.*AISPHERE_API_KEY.*AISPHERE_RULES/)
    expect(read).not.toThrow(/sk-secret|seventy|loose/)
  })

  it('refuses a submit that may outlast its lease', () => {
    expect(() => parseEnv({ SUBMIT_TIMEOUT_MS: '90000', LEASE_MS: '90000' })).toThrow('LEASE_MS')
  })
})
