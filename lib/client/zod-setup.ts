import { config } from 'zod/mini'

// The content policy forbids eval: without this the first schema probes for it and the browser reports a violation.
config({ jitless: true })
