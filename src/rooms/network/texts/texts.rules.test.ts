import { expect, test } from 'vitest'
import { markdownFault } from '#kit/markdown.ts'
import { seedOf } from './seeds.ts'
import { addressOf, checkNewText, LANGUAGES, mayDecideText, PUBLIC_PAGES, seedFrom, shownOf, type TextVersion } from './texts.rules.ts'

const SEED = { title: 'Oud', intro: 'Kort.', body: 'Lang.' }
const at = (hour: number) => Temporal.Instant.from(`2026-11-02T0${hour}:00:00Z`)

function version(title: string, hour: number, verdict: 'published' | 'rejected' | null): TextVersion {
  const said = verdict && { published: verdict === 'published', reason: verdict === 'rejected' ? 'Nee' : null, by: 'b', at: at(hour) }
  return { ...SEED, title, id: title, page: 'contact', language: 'nl', writtenBy: 'a', writtenAt: at(1), verdict: said }
}

test('before anything is published visitors read what came with the program', () => {
  expect(shownOf([version('Wacht', 2, null), version('Nee', 3, 'rejected')], SEED).title).toBe('Oud')
})

test('the version that was published last is read, in whatever order they come', () => {
  const versions = [version('Laat', 4, 'published'), version('Vroeg', 2, 'published'), version('Nee', 5, 'rejected')]
  expect(shownOf(versions, SEED).title).toBe('Laat')
  expect(shownOf(versions.toReversed(), SEED).title).toBe('Laat')
})

test('the same words again are refused, and a second text while one waits', () => {
  expect(() => checkNewText(SEED, [], SEED)).toThrow('precies zo')
  expect(() => checkNewText({ ...SEED, intro: 'Anders.' }, [], SEED)).not.toThrow()
  expect(() => checkNewText({ ...SEED, intro: 'Anders.' }, [version('Wacht', 2, null)], SEED)).toThrow('wacht al')
})

test('nobody publishes an own text, and none is decided twice', () => {
  expect(() => mayDecideText(version('Wacht', 2, null), 'a')).toThrow('zelf')
  expect(() => mayDecideText(version('Wacht', 2, null), 'b')).not.toThrow()
  expect(() => mayDecideText(version('Klaar', 2, 'published'), 'b')).toThrow('al besloten')
})

test('a text without a body does not come with the program', () => {
  expect(seedFrom('Titel\n\nLead.\n\n## Kop\n\nTekst.\n')).toEqual({ title: 'Titel', intro: 'Lead.', body: '## Kop\n\nTekst.' })
  expect(() => seedFrom('Titel\n\nLead.')).toThrow()
})

test.each(PUBLIC_PAGES.flatMap((page) => LANGUAGES.map((language) => [page, language] as const)))(
  '%s in %s is a whole text without refused marks',
  (page, language) => {
    const { title, intro, body } = seedOf(page, language)
    expect([title.length > 3, intro.length > 10, markdownFault(body)]).toEqual([true, true, null])
    // A link in one language does not lead to a page in the other.
    const links = [...body.matchAll(/\]\((\/[^)]*)\)/g)].map(([, href = '']) => href)
    const known = [
      ...PUBLIC_PAGES.map((each) => addressOf(each, language)),
      language === 'en' ? '/en/iets-voor-mij' : '/iets-voor-mij',
      ...['/aanbod', '/cooperaties'].map((each) => (language === 'en' ? `/en${each}` : each)),
      '/aanmelden',
      '/verwijzen',
    ]
    expect(links.filter((href) => !known.includes(href))).toEqual([])
  },
)

test('the English text has as many headings as the Dutch one', () => {
  const headings = (page: (typeof PUBLIC_PAGES)[number], language: 'nl' | 'en') => seedOf(page, language).body.match(/^## /gm)?.length ?? 0
  expect(PUBLIC_PAGES.filter((page) => headings(page, 'nl') !== headings(page, 'en'))).toEqual([])
})
