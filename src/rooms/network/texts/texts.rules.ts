import type { Instant } from '#kit/day.ts'
import { refuse } from '#kit/refusal.ts'
import type { Language } from '#kit/text.ts'
import { nl } from './texts.nl.ts'

/** The pages whose words the network keeps, by the last part of their address; the front page has none. */
export const PUBLIC_PAGES = ['voorpagina', 'wat-is-het', 'voor-gemeenten', 'voor-klanten', 'starten', 'verhalen', 'contact'] as const
export type PublicPage = (typeof PUBLIC_PAGES)[number]

export const LANGUAGES = ['nl', 'en'] as const satisfies readonly Language[]

/** What stands on a page. */
export type PublicText = { readonly title: string; readonly intro: string; readonly body: string }

/** A text that somebody at the network wrote; visitors read it once somebody else published it. */
export type TextVersion = PublicText & {
  readonly id: string
  readonly page: PublicPage
  readonly language: Language
  readonly writtenBy: string
  readonly writtenAt: Instant
  readonly verdict: { readonly published: boolean; readonly reason: string | null; readonly by: string; readonly at: Instant } | null
}

export function isPublicPage(name: string): name is PublicPage {
  return (PUBLIC_PAGES as readonly string[]).includes(name)
}

/** Where a page is read in a language; the same place in the other one has the same last part. */
export function addressOf(page: PublicPage, language: Language): string {
  const place = page === 'voorpagina' ? '' : `/${page}`
  return language === 'en' ? `/en${place}` : place || '/'
}

/** What visitors read: the version that was published last, and before there is one the text that came with the program. */
export function shownOf(versions: readonly TextVersion[], seed: PublicText): PublicText {
  const published = versions.flatMap((version) => (version.verdict?.published ? [{ version, at: version.verdict.at.epochNanoseconds }] : []))
  return published.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0]?.version ?? seed
}

/** Refuses a text that says nothing new, and a second one while another waits for a colleague. */
export function checkNewText(text: PublicText, versions: readonly TextVersion[], seed: PublicText): void {
  if (versions.some(({ verdict }) => verdict === null)) refuse(nl.refusals.waitsAlready)
  const shown = shownOf(versions, seed)
  if (shown.title === text.title && shown.intro === text.intro && shown.body === text.body) refuse(nl.refusals.sameAlready, {}, { field: 'body' })
}

/** Refuses a second verdict, and one by whoever wrote the text: one writes, another publishes. */
export function mayDecideText(version: TextVersion, person: string): void {
  if (version.verdict) refuse(nl.refusals.decided, {}, { kind: 'conflict' })
  if (version.writtenBy === person) refuse(nl.refusals.ownText)
}

/** Reads a text as it comes with the program: a line of title, a paragraph of introduction, and the rest. Throws on one without them: that is our mistake. */
export function seedFrom(file: string): PublicText {
  const [title = '', intro = '', ...rest] = file.trim().split(/\n{2,}/)
  if (title === '' || intro === '' || rest.length === 0) throw new Error(`a text without title, introduction or body: ${file.slice(0, 40)}`)
  return { title, intro, body: rest.join('\n\n') }
}
