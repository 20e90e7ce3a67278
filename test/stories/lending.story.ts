import { beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import type { OrganisationId, PersonId } from '#rooms/access'
import { type Article, draftAgreement, proposeAgreement, signForCooperative, type VersionId, versionById } from '#rooms/agreements'
import { takeLending } from '#rooms/network'
import { template } from '../trade.ts'
import { asBoard, newMember, type Village, village } from '../village.ts'
import { as, type Browser, browser, found, itIs, signedIn, somebody, type TestWorld, testWorld } from '../world.ts'

/** Agreements that cooperatives lend each other: published without names, marked, laid side by side, borrowed. */
let world: TestWorld
let lender: Village
let borrower: Village
let network: OrganisationId
let hilde: PersonId
let second: PersonId
let first: VersionId
let board: Browser

const FREE: Article = { kind: 'free', title: 'De kraam van Samira', text: 'De Bloesem leent de kraam uit aan Samira. Bel 06-98765432.' }

async function signed(at: Village, articles: readonly Article[], title: string): Promise<VersionId> {
  const version = await as(world, asBoard(at), 'agreement.draft', (tx, permit) =>
    draftAgreement(tx, permit, { title, articles, from: day('2026-12-01'), until: null }),
  )
  await as(world, asBoard(at), 'agreement.propose', (tx, permit) => proposeAgreement(tx, permit, version, []))
  const seen = await as(world, asBoard(at), 'agreement.signFor', async (tx, permit) => (await versionById(tx, permit, version))?.hash ?? '')
  await as(world, asBoard(at), 'agreement.signFor', (tx, permit) => signForCooperative(tx, permit, version, seen, 'passkey'))
  return version
}

beforeAll(async () => {
  world = await testWorld()
  lender = await village(world, '2026-11-02')
  borrower = await village(world, '2026-11-02', { tradeName: 'De Kade' })
  await newMember(lender, 'Samira el Amrani')
  network = await found(world, 'network', 'Het netwerk')
  hilde = await somebody(world, network, 'network', 'Hilde Model')
  second = await somebody(world, lender.cooperative, 'board', 'Tweede Bestuurder')
  first = await signed(lender, [...template('resultaat-50-20-20-10'), FREE], 'Ledenovereenkomst De Bloesem')
  board = await signedIn(world, lender.board)
}, 120_000)

const FORM = {
  title: 'Zo doet De Bloesem het',
  why: 'Samira en Willem vinden dit eerlijk.',
  differently: 'Wij zouden eerder met de gemeente Wilgendam praten.',
  crafts: ['textile', 'food'],
  reach: 'public',
  named: 'nee',
}
const textOf = async (who: Browser, path: string) => (await who.get(path)).text()
const prepared = async (who: Browser, form: Record<string, string | string[]>) => (await who.post('/uitlenen', form)).headers.get('location') ?? ''
let preview = ''
let slug = ''
let item = ''

describe('what came with the program', () => {
  test('stands in the library once, with where it comes from, for everybody', async () => {
    expect(await takeLending(world.world.database.pool, world.clock.now())).toBe(0)
    const list = await textOf(browser(world), '/kennis/afspraken')
    for (const words of ['De regel van De Blauwe Paraplu', 'Regel die elders is gepubliceerd', 'Verzonnen voorbeeld']) expect(list).toContain(words)
    const one = await textOf(browser(world), '/kennis/afspraken/dertig-procent')
    for (const words of ['blauweparaplu.org', 'Log in om een concept te beginnen', 'Voorbeeld: een naaister']) expect(one).toContain(words)
    expect(await textOf(browser(world), '/en/kennis/afspraken/dertig-procent')).toContain('30% for the cooperative')
    expect((await browser(world).get('/kennis/afspraken/bestaat-niet')).status).toBe(404)
  })

  test('is found by what it does with the money', async () => {
    const towns = await textOf(browser(world), '/kennis/afspraken?gemeente=noMunicipality&pot=development')
    expect([towns.includes('Resultaat in drie delen'), towns.includes('Thermometer met een volle pot')]).toEqual([true, false])
    expect(await textOf(browser(world), '/kennis/afspraken?van=published')).toContain('1 afspraak')
    expect(await textOf(browser(world), '/kennis/afspraken?stoppen=payout&van=invented')).toContain('Geen afspraak past hierbij')
  })

  test('two lie beside each other at an address: as money, as rules and in words', async () => {
    const page = await textOf(browser(world), '/kennis/afspraken/vergelijken?a=resultaat-60-15-25&b=dertig-procent&jaar=seamstress')
    for (const words of ['In geld', 'In regels', 'In woorden', 'Alleen in', 'Een verzonnen jaar van iemand die naait']) expect(page).toContain(words)
    // 5,630 of turnover less 1,110 of costs, of which 30% and 25% are for the cooperative.
    for (const amount of ['€ 1.356,00', '€ 1.130,00', '€ 4.520,00']) expect(page.replaceAll('\u00a0', ' ')).toContain(amount)
    expect(await textOf(browser(world), '/kennis/afspraken/vergelijken?a=dertig-procent&b=weg')).toContain('staat niet meer in de bibliotheek')
    expect(await textOf(browser(world), '/kennis/afspraken/vergelijken?a=dertig-procent&b=dertig-procent')).toContain('twee keer dezelfde')
  })
})

describe('publishing', () => {
  test('shows exactly what others see, without a name, before anything is shown', async () => {
    expect(await textOf(board, '/uitlenen')).toContain('Jullie lenen nog niets uit')
    preview = await prepared(board, { ...FORM, version: first })
    expect(preview).toMatch(/^\/uitlenen\/[0-9a-f-]{36}$/)
    const page = await textOf(board, preview)
    const seen = page.slice(page.indexOf('Zo doet'), page.indexOf('Dit is eruit gehaald'))
    for (const words of ['Zo doet de coöperatie het', 'Een lid en een medewerker vinden dit eerlijk', 'eerder met de gemeente praten', 'De kraam van een lid'])
      expect(seen).toContain(words)
    expect(seen).not.toMatch(/Bloesem|Samira|Willem|Wilgendam/)
    expect(page).toContain('lijkt op een telefoonnummer')
    expect(await textOf(browser(world), '/kennis/afspraken')).not.toContain('Zo doet de coöperatie het')
  })

  test('asks to read what may still tell of somebody, and keeps a version that nobody signed out', async () => {
    expect((await board.post(`${preview}/publicatie`)).status).toBe(422)
    const draft = await as(world, asBoard(lender), 'agreement.draft', (tx, permit) =>
      draftAgreement(tx, permit, { title: 'Nog niet', articles: template('dertig-procent'), from: day('2026-12-01'), until: null }),
    )
    const refused = await board.post('/uitlenen', { ...FORM, version: draft })
    expect([refused.status, (await refused.text()).includes('Samira en Willem vinden dit eerlijk.')]).toEqual([422, true])
  })

  test('one own article is written anew for the library, beside what was signed, and taken back', async () => {
    const nr = template('resultaat-50-20-20-10').length + 1
    const rewrite = `${preview}/artikelen/${nr}`
    const short = await board.post(rewrite, { title: 'Een kraam lenen', text: '' })
    expect([short.status, (await short.text()).includes('value="Een kraam lenen"')]).toEqual([422, true])
    const key = '0190f5aa-0000-7000-8000-000000000077'
    const written = { title: 'Een kraam lenen', text: 'De coöperatie leent een kraam uit. Vraag het aan Willem Prins.' }
    const [made, again] = [await board.post(rewrite, written, key), await board.post(rewrite, written, key)].map((answer) => answer.headers.get('location'))
    expect(again, 'sent twice').toBe(made)
    const other = (made ?? '').split('#')[0] ?? ''
    const page = await textOf(board, other)
    for (const words of [
      'voor de bibliotheek herschreven',
      'Zo staat het in jullie overeenkomst',
      'De Bloesem leent de kraam uit aan Samira.',
      'Vraag het aan een medewerker.',
    ])
      expect(page).toContain(words)
    expect(page.slice(page.indexOf('De afspraak'), page.indexOf('Wat jullie zelf schreven'))).not.toContain('Bel 06-98765432')
    // What was replaced waits no more, and an article that divides money is not written by hand.
    expect((await board.post(rewrite, written)).status).toBe(409)
    expect((await board.post(`${other}/artikelen/1`, written)).status).toBe(404)
    expect((await board.post(`${other}/artikelen/${nr + 1}`, written)).status).toBe(404)
    expect((await (await signedIn(world, borrower.board)).post(`${other}/artikelen/${nr}`, written)).status).toBe(404)
    const back = (await board.post(`${other}/artikelen/${nr}/eigen-tekst`)).headers.get('location')?.split('#')[0] ?? ''
    const restored = await textOf(board, back)
    expect([restored.includes('De kraam van een lid'), restored.includes('voor de bibliotheek herschreven')]).toEqual([true, false])
    preview = back
  })

  test('own articles can stay at home; then nothing is left to warn of', async () => {
    item = /item=([0-9a-f-]{36})/.exec(await textOf(board, preview))?.[1] ?? ''
    const again = await prepared(board, { ...FORM, version: first, item, withoutOwn: 'on' })
    // What was replaced cannot be published any more.
    expect((await board.post(`${preview}/publicatie`, { read: 'on' })).status).toBe(409)
    preview = again
    expect(await textOf(board, preview)).not.toContain('Kijk hier goed naar')
    expect((await board.post(`${preview}/publicatie`)).headers.get('location')).toBe('/uitlenen')
    expect((await board.post(`${preview}/publicatie`)).status).toBe(409)
    const list = await textOf(browser(world), '/kennis/afspraken')
    slug = /kennis\/afspraken\/(zo-doet-de-cooperatie-het-[0-9a-f]+)/.exec(list)?.[1] ?? ''
    expect(slug).not.toBe('')
    const one = await textOf(browser(world), `/kennis/afspraken/${slug}`)
    expect(one).toContain('Gepubliceerd door een coöperatie')
    expect(one).not.toMatch(/Bloesem|Samira|Willem|Wilgendam/)
  })

  test('with two pairs of eyes nobody publishes what they made ready, in the database either', async () => {
    await board.post('/uitlenen/meekijken', { otherEyes: 'ja' })
    const waits = await prepared(board, { ...FORM, title: 'Met vier ogen', reach: 'network', named: 'ja', version: first, withoutOwn: 'on' })
    const edition = waits.slice('/uitlenen/'.length)
    expect(await textOf(board, waits)).toContain('Een ander bestuurslid zet het erin')
    expect((await board.post(`${waits}/publicatie`)).status).toBe(422)
    const row = { edition, published_by: lender.board, published_at: world.clock.now() }
    const asFirst = { role: 'opbloei_app', organisation: lender.cooperative, person: lender.board } as const
    await expect(world.world.database.unit(asFirst, (tx) => tx.insertInto('network.lending_publication').values(row).execute())).rejects.toThrow(
      /row-level security/,
    )
    expect((await (await signedIn(world, second)).post(`${waits}/publicatie`)).headers.get('location')).toBe('/uitlenen')
    await board.post('/uitlenen/meekijken', { otherEyes: 'nee' })
    // Within the network only, under the name that the lender chose.
    expect(await textOf(browser(world), '/kennis/afspraken')).not.toContain('Met vier ogen')
    const inside = await textOf(await signedIn(world, borrower.coach), '/bibliotheek')
    expect([inside.includes('Met vier ogen'), inside.includes('Gepubliceerd door De Bloesem')]).toEqual([true, true])
  })

  test('another cooperative sees nothing of what waits and takes nothing back', async () => {
    const waits = await prepared(board, { ...FORM, title: 'Wacht nog', version: first, withoutOwn: 'on' })
    const other = await signedIn(world, borrower.board)
    expect((await other.get(waits)).status).toBe(404)
    expect((await other.post(`${waits}/publicatie`)).status).toBe(404)
    expect((await other.post(`/uitlenen/afspraak/${item}/einde`)).status).toBe(404)
    expect((await (await signedIn(world, lender.treasurer)).get('/uitlenen')).status).toBe(403)
  })
})

describe('models and borrowing', () => {
  test('the network calls one a model, with who, when and why', async () => {
    const nel = await signedIn(world, hilde)
    expect((await nel.post(`/netwerk/afspraken/${slug}/model`, { why: 'Kort en na te rekenen.' })).headers.get('location')).toBe(`/netwerk/afspraken/${slug}`)
    expect((await nel.post(`/netwerk/afspraken/${slug}/model`, { why: 'Nog eens.' })).status).toBe(409)
    expect((await board.post(`/netwerk/afspraken/${slug}/model`, { why: 'Zelf.' })).status).toBe(403)
    const one = await textOf(browser(world), `/kennis/afspraken/${slug}`)
    for (const words of ['Dit is een model', 'Kort en na te rekenen.', 'Hilde Model', '2 november 2026']) expect(one).toContain(words)
    expect(await textOf(browser(world), '/kennis/afspraken?model=on')).toContain(slug)
    expect(await textOf(browser(world), '/kennis/afspraken?model=on')).not.toContain('dertig-procent')
  })

  test('a draft begins in one click with its origin, and who may not is told so', async () => {
    const other = await signedIn(world, borrower.board)
    expect(await textOf(other, `/bibliotheek/${slug}`)).toContain('Begin een concept hiermee')
    const path = (await other.post(`/bibliotheek/${slug}/concept`)).headers.get('location') ?? ''
    const draft = await textOf(other, path)
    expect(draft).toContain('Dit begon met een afspraak uit de bibliotheek: ‘Zo doet de coöperatie het’ (gepubliceerd door een coöperatie).')
    expect(draft).toContain(`href="/bibliotheek/${slug}"`)
    const coach = await signedIn(world, borrower.coach)
    expect(await textOf(coach, `/bibliotheek/${slug}`)).toContain('Alleen het bestuur of de penningmeester')
    expect((await coach.post(`/bibliotheek/${slug}/concept`)).status).toBe(403)
    expect((await (await signedIn(world, borrower.caseManager)).post(`/bibliotheek/${slug}/concept`)).status).toBe(403)
    expect(await textOf(browser(world), `/kennis/afspraken/${slug}`)).toContain('Minder dan 5 coöperaties begonnen hiermee')
    const { rows } = await world.world.database.pool.query(
      'select uses from network.lending_use u join network.lending_item i on i.id = u.item where slug = $1',
      [slug],
    )
    await other.post(`/bibliotheek/${slug}/concept`)
    const again = await world.world.database.pool.query('select uses from network.lending_use u join network.lending_item i on i.id = u.item where slug = $1', [
      slug,
    ])
    expect([rows[0].uses, again.rows[0].uses]).toEqual([1, 1])
  })

  test('who borrowed tells the lender what was learned, and nobody else reads it', async () => {
    const other = await signedIn(world, borrower.board)
    expect(await textOf(other, `/bibliotheek/${slug}`)).toContain('Wat leerden jullie ervan?')
    const again = await other.post(`/bibliotheek/${slug}/opmerkingen`, { words: '' })
    expect(again.status).toBe(422)
    await other.post(`/bibliotheek/${slug}/opmerkingen`, { words: 'De pot liep te snel vol. Wij kozen een lagere top.' })
    await other.post(`/bibliotheek/${slug}/opmerkingen`, { words: 'Wij lazen het samen met de leden.', named: 'on' })
    await world.runJobs()
    expect(await textOf(board, '/berichten')).toContain('vertelt wat zij ervan leerde')
    const own = await textOf(board, '/uitlenen')
    for (const words of ['Wat anderen ervan leerden', 'De pot liep te snel vol.', 'Een coöperatie, ']) expect(own).toContain(words)
    const { rows: names } = await world.world.database.pool.query('select name from access.organisation where id = $1', [borrower.cooperative])
    expect(own).toContain(`${names[0].name}, `)
    expect(await textOf(other, `/bibliotheek/${slug}`)).toContain('Dit vertelden jullie al')
    // Neither the lender itself, nor somebody who did not borrow, nor what came with the program.
    expect((await board.post(`/bibliotheek/${slug}/opmerkingen`, { words: 'Mooi.' })).status).toBe(404)
    expect((await other.post('/bibliotheek/dertig-procent/opmerkingen', { words: 'Mooi.' })).status).toBe(404)
    expect((await (await signedIn(world, borrower.coach)).post(`/bibliotheek/${slug}/opmerkingen`, { words: 'Mooi.' })).status).toBe(403)
    for (const page of [await textOf(browser(world), `/kennis/afspraken/${slug}`), await textOf(await signedIn(world, hilde), `/bibliotheek/${slug}`)])
      expect(page).not.toContain('De pot liep te snel vol')
    const rows = await as(world, asBoard(lender), 'lending.keep', (tx) => tx.selectFrom('network.lending_remark').select('words').execute())
    expect(rows).toHaveLength(2)
    expect(
      await as(world, { ...asBoard(lender), organisation: network, person: hilde, role: 'network' }, 'lending.mark', (tx) =>
        tx.selectFrom('network.lending_remark').select('words').execute(),
      ),
    ).toEqual([])
    for (let nr = 0; nr < 4; nr++) await other.post(`/bibliotheek/${slug}/opmerkingen`, { words: `Nog een ding, nummer ${nr}.` })
    expect(await textOf(board, '/uitlenen')).not.toContain('nummer 3')
  })

  test('the own agreement lies beside one of the library, within the own cooperative alone', async () => {
    const page = await textOf(board, `/bibliotheek/vergelijken?a=eigen-${first}&b=dertig-procent&jaar=caterer`)
    for (const words of ['Onze eigen afspraak, versie', 'In geld', 'In regels']) expect(page).toContain(words)
    expect(await textOf(board, `/bibliotheek/vergelijken?a=eigen-${first}&b=dertig-procent&jaar=maanden`)).toContain('Er is nog geen maand afgesloten')
    expect((await (await signedIn(world, borrower.board)).get(`/bibliotheek/vergelijken?a=eigen-${first}&b=dertig-procent`)).status).toBe(404)
  })

  test('a new version offers to lend it again; who borrowed hears of the new edition and of a model that is none any more', async () => {
    itIs(world, '2026-11-09')
    const newer = await signed(lender, template('thermometer'), 'Tweede')
    await world.runJobs()
    expect(await textOf(board, '/berichten')).toContain('Anderen lezen nog de oude')
    expect(await textOf(board, '/uitlenen')).toContain(`version=${newer}&amp;item=${item}`)
    await (await signedIn(world, hilde)).post(`/netwerk/afspraken/${slug}/model/einde`, { why: 'De bedragen zijn oud.' })
    await world.runJobs()
    const other = await signedIn(world, borrower.board)
    expect(await textOf(other, '/berichten')).toContain('is geen model meer')
    await board.post(`${await prepared(board, { ...FORM, version: newer, item })}/publicatie`)
    await world.runJobs()
    await world.runJobs()
    expect(await textOf(other, '/berichten')).toContain('heeft een nieuwe uitgave')
    const told = await world.world.database.pool.query('select count(*)::int as n from network.lending_told where tenant = $1', [borrower.cooperative])
    expect(told.rows[0].n).toBe(2)
    expect(await textOf(browser(world), `/kennis/afspraken/${slug}`)).toContain('De pot is vol bij')
  })

  test('taken back it is read no more, and what was borrowed stays', async () => {
    await board.post(`/uitlenen/afspraak/${item}/einde`)
    expect((await browser(world).get(`/kennis/afspraken/${slug}`)).status).toBe(404)
    expect((await board.post(`/uitlenen/afspraak/${item}/einde`)).status).toBe(409)
    const other = await signedIn(world, borrower.board)
    expect(await textOf(other, `/bibliotheek/${slug}`)).toContain('blijft van jullie')
    expect((await (await signedIn(world, lender.coach)).get(`/bibliotheek/${slug}`)).status).toBe(404)
    expect((await other.post(`/bibliotheek/${slug}/concept`)).status).toBe(404)
    expect(await textOf(other, '/afspraken')).toContain('Zo doet de coöperatie het')
  })
})
