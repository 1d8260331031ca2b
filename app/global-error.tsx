'use client'

import { LAST_WORDS } from '@/components/shell/last-words'

const PAGE = {
  fontFamily: 'system-ui, sans-serif',
  display: 'grid',
  placeContent: 'center',
  gap: '1.5rem',
  minHeight: '100dvh',
  margin: 0,
  padding: '1.5rem',
  colorScheme: 'light dark',
} as const

/** When the layout itself fails there are no messages, no styles and no scripts: both languages, and a link that works alone. */
export default function GlobalError() {
  return (
    <html lang="en">
      <body style={PAGE}>
        <title>{LAST_WORDS.en.title}</title>
        {(['en', 'zh'] as const).map((locale) => (
          <section key={locale} lang={locale === 'zh' ? 'zh-CN' : 'en'}>
            <h1 style={{ fontSize: '1.25rem', margin: '0 0 0.25rem' }}>
              {LAST_WORDS[locale].title}
            </h1>
            <p style={{ margin: '0 0 0.5rem' }}>{LAST_WORDS[locale].text}</p>
            <a href="">{LAST_WORDS[locale].retry}</a>
          </section>
        ))}
      </body>
    </html>
  )
}
