import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { KeysPage } from '@/components/keys/keys-page'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('titles')
  return { title: t('keys') }
}

export default async function Page() {
  const { shortcuts } = await getMessages()
  return (
    // This page's own words, which no other page carries.
    <NextIntlClientProvider messages={{ shortcuts }}>
      <KeysPage />
    </NextIntlClientProvider>
  )
}
