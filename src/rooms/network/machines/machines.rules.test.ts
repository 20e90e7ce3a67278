import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { atom, robots, sitemap, xml } from './machines.rules.ts'

/** Reads XML as machines do; throws on what is not well-formed. */
function elements(text: string): string[] {
  const names: string[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name }) => names.push(name))
  parser.write(text).close()
  return names
}

const at = (hour: number) => Temporal.Instant.from(`2026-11-02T${String(hour).padStart(2, '0')}:00:00Z`)
const FEED = { title: 'Nieuw', home: 'https://opbloei.example', path: '/nieuw.atom', begun: at(0) }

test('whatever stands in a text, the feed stays well-formed', () => {
  const nasty = '<b> & "quotes" \u0000\u000b ]]> é'
  expect(elements(atom(FEED, [{ address: 'https://opbloei.example/x?a=1&b=2', title: nasty, words: nasty, at: at(1) }]))).toContain('entry')
  expect(xml('\u0001a<')).toBe('a&lt;')
})

test('the feed has the newest first and at most twenty', () => {
  const news = Array.from({ length: 22 }, (_, hour) => ({ address: `https://opbloei.example/${hour}`, title: `nr ${hour}`, words: '', at: at(hour) }))
  const text = atom(FEED, news)
  expect([...text.matchAll(/nr (\d+)</g)].map(([, nr]) => Number(nr))).toEqual(Array.from({ length: 20 }, (_, index) => 21 - index))
  expect(text).toContain('<updated>2026-11-02T21:00:00Z</updated>\n')
})

test('an empty feed is a feed', () => {
  expect(elements(atom(FEED, []))).toContain('feed')
})

test('each page is in the list in both languages, with its twin', () => {
  const text = sitemap([{ nl: 'https://opbloei.example/a', en: 'https://opbloei.example/en/a' }])
  expect(elements(text).filter((name) => name === 'url')).toHaveLength(2)
  expect(text.match(/hreflang="en" href="https:\/\/opbloei.example\/en\/a"/g)).toHaveLength(2)
})

test('an invented world is found by no search engine; a real one hides what has a secret in its address', () => {
  expect(robots('demo', 'https://opbloei.example')).toBe('User-agent: *\nDisallow: /\n')
  expect(robots('real', 'https://opbloei.example')).toContain('Disallow: /rekening/\n')
  expect(robots('real', 'https://opbloei.example')).toContain('Sitemap: https://opbloei.example/sitemap.xml\n')
})
