import { inflateRawSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { newId } from '#kit/ids.ts'
import type { OrganisationId, PersonId } from '#rooms/access'
import { agreementText, draftAgreement, TEMPLATES } from '#rooms/agreements'
import { jobs as papers } from '../../src/rooms/network/papers/versions/telling.ts'
import { pdfText } from '../pdf-text.ts'
import { as, type Browser, found, itIs, signedIn, somebody, type TestWorld, testWorld } from '../world.ts'

/** A cooperative answers questions once, and its papers fill themselves. */
let world: TestWorld
let cooperative: OrganisationId
let bea: PersonId
let board: Browser
let other: Browser
let network: Browser

beforeAll(async () => {
  world = await testWorld()
  itIs(world, '2026-11-02')
  cooperative = await found(world, 'cooperative', 'Coöperatie De Linde')
  bea = await somebody(world, cooperative, 'board', 'Bea Bestuur')
  board = await signedIn(world, bea)
  other = await signedIn(world, await somebody(world, await found(world, 'cooperative', 'Coöperatie De Els'), 'board', 'Olle Anders'))
  network = await signedIn(world, await somebody(world, await found(world, 'network', 'Het netwerk'), 'network', 'Hilde Net'))
}, 120_000)

const read = async (who: Browser, path: string) => {
  const answer = await who.get(path)
  return { status: answer.status, html: await answer.text() }
}

const answers = {
  wie: { naam: 'Coöperatie De Linde U.A.', aansprakelijk: 'ua', plaats: 'Lindedam', werk: 'Naaien, tuinen en koken voor de buurt.' },
  leden: { toelating: 'bestuur', anderen: 'ja', proef: '3', opzegging: '1' },
  bestuur: { bestuurders: '3', zittingstijd: '3', tekenen: 'twee', grens: '500' },
  vergadering: { ritme: 'maand', oproep: '14', quorum: 'helft', volmacht: 'ja' },
  geld: { winst: 'leren', pot: 'uitbetaling' },
  gemeente: { gemeente: 'Lindedam', opgave: 'maand', afdracht: 'nee', looptijd: '3' },
  privacy: { privacymail: 'vraag@linde.example', host: 'Hostwerk' },
  nu: { dag: '2026-12-01', plek: 'buurthuis De Hoek, 19.30 uur', onderwerp: 'een tweede naaimachine', besluit: 'Wij kopen een naaimachine.' },
} as const

const CODES = [
  ...['statuten', 'huisregels', 'samenwerkingsovereenkomst', 'ledenovereenkomst', 'proefovereenkomst', 'toestemming', 'plan-van-aanpak', 'privacyverklaring'],
  ...['verwerkingsregister', 'bestuursbesluit', 'oproep', 'verslag', 'opgaveformulier', 'sociaal-inkopen', 'vertrekovereenkomst'],
]

describe('the questions', () => {
  test('are answered in parts, and nothing is lost when somebody comes back with less', async () => {
    expect((await read(board, '/stukken')).html).toContain('Vragen beantwoorden')
    const { plaats: _, ...first } = answers.wie
    expect((await board.post('/stukken/vragen/wie', first)).headers.get('location')).toBe('/stukken/vragen/leden')
    await board.post('/stukken/vragen/wie', { plaats: 'Lindedam', naam: '' })
    const { html } = await read(board, '/stukken/vragen/wie')
    expect(html).toContain('value="Coöperatie De Linde"')
    expect(html).toContain('value="Lindedam"')
  })

  test('say what a choice means and which provisions come of it', async () => {
    const { html } = await read(board, '/stukken/vragen/geld')
    expect(html).toContain('Pas na een schriftelijk antwoord van de gemeente.')
    expect(html).toContain('Dit staat dan in: Vertrekovereenkomst: Het budget.')
  })

  test('refuse a name without the word that the law asks (BW 2:54), and keep what was typed', async () => {
    const answer = await board.post('/stukken/vragen/wie', { naam: 'Stichting De Linde' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('De wet wil dat woord in de naam')
    expect(html).toContain('value="Stichting De Linde"')
  })

  test('take no BSN', async () => {
    expect((await board.post('/stukken/vragen/wie', { werk: 'Mijn nummer is 123456782.' })).status).toBe(422)
    expect((await board.post('/stukken/vragen/gemeente', { gemeente: '123456782' })).status).toBe(422)
  })
})

describe('a paper', () => {
  test('with answers missing is refused by the name of each question', async () => {
    const answer = await board.post('/stukken/statuten')
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('‘Wie beslist of iemand lid wordt?’')
    const { html } = await read(board, '/stukken/statuten')
    expect(html).toContain('Dit stuk mist nog antwoorden.')
    const places = [...html.matchAll(/href="(\/stukken\/vragen\/\w+)#([^"]+)"/g)].map(([, path = '', id = '']) => ({ path, id }))
    expect(places.length).toBeGreaterThan(3)
    // Each question that is named is one step away, at its own place on the page.
    for (const { path, id } of places) expect((await read(board, path)).html, id).toContain(` id="${id}"`)
  })

  test('is made of all answers, and its Word file and PDF say every provision with nothing left open', async () => {
    for (const [part, given] of Object.entries(answers)) expect((await board.post(`/stukken/vragen/${part}`, given)).status).toBe(303)
    for (const code of CODES) {
      expect((await board.post(`/stukken/${code}`)).status, code).toBe(303)
      const { html } = await read(board, `/stukken/${code}`)
      const paths = [...html.matchAll(/href="(\/stukken\/gemaakt\/[^"]+)"/g)].map(([, path = '']) => path)
      const word = opened(new Uint8Array(await (await board.get(paths.find((path) => path.endsWith('word')) ?? '')).arrayBuffer()))
      const pdf = pdfText(new Uint8Array(await (await board.get(paths.find((path) => path.endsWith('pdf')) ?? '')).arrayBuffer()))
      const xml = word['word/document.xml'] ?? ''
      const text = plain(xml)
      expect(pdf.unknown, code).toBe(0)
      expect(pdf.plain, code).toContain('pdfuaid')
      const headings = [...xml.matchAll(/<w:pStyle w:val="Heading1"\/><w:numPr>.*?<w:t[^>]*>([^<]+)</g)].map(([, heading = '']) => plain(heading))
      expect(headings.length, code).toBeGreaterThan(2)
      for (const heading of headings) expect(squeezed(pdf.text), code).toContain(squeezed(heading))
      for (const words of [text, pdf.text]) {
        expect(words, code).not.toMatch(/\{|\}|undefined|null/)
        expect(squeezed(words), code).toContain(squeezed('Uitleg:'))
        expect(squeezed(words), code).toContain(squeezed('Concept.'))
      }
      expect(xml, code).toContain('TOC \\o')
      if (/In te vullen/.test(html)) expect(xml, code).toContain('<w:sdt>')
    }
  })

  test('says what was chosen, in words that the law asks', async () => {
    const text = await pdfOf(board, 'statuten')
    expect(text).toContain(squeezed('De coöperatie heet: Coöperatie De Linde U.A.'))
    expect(text).toContain(squeezed('ten minste de helft van de leden'))
    expect(text).toContain(squeezed('Namens de coöperatie tekent het bestuur. Dat mogen ook doen: twee bestuurders samen.'))
    const leaving = await pdfOf(board, 'vertrekovereenkomst')
    expect(leaving).toContain(squeezed('Zonder dat antwoord wordt niets uitbetaald.'))
    expect(leaving).not.toContain(squeezed('gezamenlijke opleidingspot'))
    expect(await pdfOf(board, 'oproep')).toContain(squeezed('nodigt alle leden uit op 1 december 2026'))
  })

  test('of the member agreement holds what the cooperative agreed in the house, sentence by sentence', async () => {
    expect(await pdfOf(board, 'ledenovereenkomst')).toContain(squeezed('nog geen afspraak over verdelen'))
    const articles = TEMPLATES[0]?.articles ?? []
    itIs(world, '2026-11-03')
    await as(world, { person: bea, organisation: cooperative, role: 'board' }, 'agreement.draft', (tx, permit) =>
      draftAgreement(tx, permit, { title: 'Onze afspraak', articles, from: day('2026-12-01'), until: null }),
    )
    expect((await board.post('/stukken/ledenovereenkomst')).status).toBe(303)
    const text = await pdfOf(board, 'ledenovereenkomst')
    const sentences = agreementText(articles).flatMap((article) => article.sentences.map((each) => each.text))
    expect(sentences.length).toBeGreaterThan(8)
    for (const sentence of sentences) expect(text).toContain(squeezed(sentence))
  })

  test('keeps its words when an answer changes later', async () => {
    await board.post('/stukken/vragen/vergadering', { quorum: 'geen' })
    expect(await pdfOf(board, 'statuten')).toContain(squeezed('ten minste de helft van de leden'))
    expect((await read(board, '/stukken/statuten')).html).not.toContain('Genoeg leden')
  })

  test('is of its own cooperative alone', async () => {
    const path = (await pathsOf(board, 'statuten'))[0] ?? ''
    expect((await other.get(path)).status).toBe(404)
    expect((await network.get(path)).status).toBe(403)
    expect((await read(other, '/stukken')).html).not.toContain('De Linde')
  })
})

describe('a new version of a model', () => {
  test('counts once the network says so; who made an earlier one sees what is different', async () => {
    const before = await read(network, '/netwerk/stukken')
    expect(before.html).toContain('1 met versie 1')
    expect(before.html).not.toContain('De Linde')
    expect((await read(board, '/stukken')).html).not.toContain('Er is een nieuwe versie')
    expect((await board.post('/netwerk/stukken/huisregels/versie')).status).toBe(403)
    expect((await network.post('/netwerk/stukken/huisregels/versie')).status).toBe(303)
    expect((await network.post('/netwerk/stukken/huisregels/versie')).status).toBe(409)
    expect((await read(board, '/stukken')).html).toContain('Van 1 van jullie stukken is een nieuwe versie.')
    await world.runJobs()
    const told = /Van een van jullie stukken is een nieuwe versie/
    expect((await read(board, '/berichten')).html).toMatch(told)
    expect((await read(other, '/berichten')).html).not.toMatch(told)
    const { html } = await read(board, '/stukken/huisregels')
    expect(html).toContain('Wat er anders is in versie 2')
    expect(html).toContain('Heb je een klacht? Vertel het een bestuurder.')
    expect(html).toContain('Je krijgt binnen twee weken een antwoord op schrift.')
    // A day later: a sheet made anew is the newest.
    itIs(world, '2026-11-04')
    await board.post('/stukken/huisregels')
    expect((await read(board, '/stukken')).html).not.toContain('Er is een nieuwe versie')
    expect((await read(network, '/netwerk/stukken')).html).toContain('1 met versie 2')
  })
})

async function pathsOf(who: Browser, code: string): Promise<string[]> {
  return [...(await read(who, `/stukken/${code}`)).html.matchAll(/href="(\/stukken\/gemaakt\/[^"]+pdf)"/g)].map(([, path = '']) => path)
}

async function pdfOf(who: Browser, code: string): Promise<string> {
  const path = (await pathsOf(who, code))[0] ?? ''
  return squeezed(pdfText(new Uint8Array(await (await who.get(path)).arrayBuffer())).text)
}

/** A PDF draws words in pieces: what counts is the letters in their order. */
function squeezed(text: string): string {
  return text.replaceAll(/\s+/g, '')
}

function plain(xml: string): string {
  return xml
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
}

function opened(bytes: Uint8Array): Record<string, string> {
  const archive = Buffer.from(bytes)
  const end = archive.length - 22
  const files: Record<string, string> = {}
  let line = archive.readUInt32LE(end + 16)
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const [packed, named, begins] = [archive.readUInt32LE(line + 20), archive.readUInt16LE(line + 28), archive.readUInt32LE(line + 42)]
    const name = archive.toString('utf8', line + 46, line + 46 + named)
    files[name] = inflateRawSync(archive.subarray(begins + 30 + named, begins + 30 + named + packed)).toString()
    line += 46 + named
  }
  return files
}

describe('a municipality', () => {
  const said = {
    stad: { gemeenteNaam: 'Papierstad', afdeling: 'Werk en Inkomen', tekenaar: 'burgemeester' },
    samen: { socoNaam: 'Coöperatie De Linde U.A.', werkSoort: 'Naaien en koken.', jaren: '3', opgaveRitme: 'kwartaal', bijdrageStad: 'subsidie' },
    besluiten: { maandenProef: '3', maandenBesluit: '12', kostenKeuze: 'lijst', sollicitatie: 'ontheffing' },
    inkoop: { koopt: 'ja', telling: 'deel' },
    gegevens: { gegevensMail: 'vraag@papierstad.example', fgMail: 'fg@papierstad.example', wieHost: 'Hostwerk' },
  } as const
  const TOWN_CODES = ['samenwerking', 'proef', 'toestemming', 'privacy', 'verwerkingen', 'inkopen'].map((code) => `gemeente-${code}`)
  let town: OrganisationId
  let adviser: Browser

  test('answers questions of its own and makes its own papers; those of a cooperative are not there for it, nor its own for a cooperative', async () => {
    town = await found(world, 'municipality', 'Gemeente Papierstad')
    adviser = await signedIn(world, await somebody(world, town, 'policyAdviser', 'Ada Papier'))
    const list = (await read(adviser, '/stukken')).html
    expect([list.includes('Teksten voor toestemming'), list.includes('Statuten')]).toEqual([true, false])
    expect((await read(board, '/stukken')).html).not.toContain('Teksten voor toestemming')
    for (const [who, path] of [
      [adviser, '/stukken/statuten'],
      [adviser, '/stukken/vragen/wie'],
      [board, '/stukken/gemeente-privacy'],
      [board, '/stukken/vragen/stad'],
    ] as const)
      expect((await who.get(path)).status, path).toBe(404)
    expect((await adviser.post('/stukken/vragen/wie', { naam: 'Coöperatie Nep' })).status).toBe(404)
    expect((await adviser.post('/stukken/gemeente-privacy')).status).toBe(422)
    const next = []
    for (const [part, typed] of Object.entries(said)) next.push((await adviser.post(`/stukken/vragen/${part}`, typed)).headers.get('location'))
    expect(next).toEqual(['/stukken/vragen/samen', '/stukken/vragen/besluiten', '/stukken/vragen/inkoop', '/stukken/vragen/gegevens', '/stukken'])
    for (const code of TOWN_CODES) {
      expect((await adviser.post(`/stukken/${code}`)).status, code).toBe(303)
      const text = await pdfOf(adviser, code)
      expect(text, code).toContain('Papierstad')
      expect(text, code).not.toMatch(/[{}]|undefined/)
    }
    expect((await read(network, '/netwerk/stukken')).html).toMatch(/Privacyverklaring van de gemeente.*?1 met versie 1/s)
    expect((await read(await signedIn(world, await somebody(world, town, 'caseManager', 'Kim Papier')), '/stukken')).status).toBe(403)
  })

  test('hears of a new version, once', async () => {
    const tell = () =>
      papers['paper.tell'](world.world, { id: newId(), job: 'paper.tell', organisation: null, facts: { model: 'gemeente-privacy', version: '2' } })
    await tell()
    await tell()
    const { rows } = await world.world.database.pool.query("select role from access.message where organisation = $1 and kind = 'paperNewer'", [town])
    expect(rows).toEqual([{ role: 'policyAdviser' }])
  })
})
