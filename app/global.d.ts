import type { Locale } from '@/lib/shared/locale'
import type { Messages } from '@/lib/shared/messages/load-messages'

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: Messages
  }
}

declare module 'react' {
  interface CSSProperties {
    /** Width over height, for the rows of globals.css. */
    '--ratio'?: string
  }
}
