import type { Metadata } from 'next'
import { getLocale } from 'next-intl/server'
import { headers } from 'next/headers'
import { PrimitivesPage } from '@/components/primitives/primitives-page'
import { requirePerson } from '@/lib/server/accounts/person'
import en from '@/lib/shared/messages/en/primitives.json'
import zh from '@/lib/shared/messages/zh/primitives.json'

const WORDS = { en, zh }

export async function generateMetadata(): Promise<Metadata> {
  return { title: WORDS[await getLocale()].title }
}

/** For those who build the studio; a build leaves it out (next.config.mjs). */
export default async function Page() {
  requirePerson(await headers())
  return <PrimitivesPage words={WORDS[await getLocale()]} />
}
