import { beforeAll, describe, expect, test } from 'vitest'
import { addDays, addMonths, day, month } from '#kit/day.ts'
import { cents, decimal } from '#kit/money.ts'
import { asSystem, type MemberId } from '#rooms/access'
import { bookLine, camt, entry, importFile, linesWaiting } from '#rooms/banking'
import { askThoseWhoLeft, type DepartureId, departureById, departureStatementNow, potsLeft } from '#rooms/departure'
import { account } from '#rooms/ledger'
import { stageOf } from '#rooms/members'
import { closeMonth } from '#rooms/settlement'
import { bookMemorial } from '../../src/rooms/ledger/memorial/memorial.ts'
import { fillIn, whoLeaves } from '../departure-cast.ts'
import { pdfText } from '../pdf-text.ts'
import { asBoard, asTreasurer, newMember, type Village, village } from '../village.ts'
import { as, type Browser, browser, itIs, signedIn, type TestWorld, testWorld } from '../world.ts'

const LETTER = new File([Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n')], 'brief.pdf', { type: 'application/pdf' })
let world: TestWorld
let at: Village
let samira: MemberId
let member: Browser
let id: DepartureId

const plain = (html: string) => html.replaceAll('\u00a0', ' ')
const page = async (who: Browser, path: string) => plain(await (await who.get(path)).text())
const begins = async (file: Response) => Buffer.from(await file.arrayBuffer()).toString('latin1', 0, 5)
const treasurer = () => signedIn(world, at.treasurer)
const manager = () => signedIn(world, at.caseManager)
const close = (on: string, of: string) => {
  itIs(world, on)
  return as(world, asTreasurer(at), 'month.close', (tx, permit) => closeMonth(tx, permit, month(of)))
}
const pots = () => as(world, asTreasurer(at), 'departure.read', async (tx, permit) => potsLeft(tx, permit, await departureById(tx, permit, id)))
const statement = () => as(world, asTreasurer(at), 'departure.read', (tx, permit) => departureStatementNow(tx, permit, samira))
const stands = async () => Object.fromEntries((await statement()).sections.map(({ section, closing }) => [section, Number(closing)]))

beforeAll(async () => {
  world = await testWorld()
  const people = await whoLeaves(world)
  at = people.at
  samira = people.samira
  await close('2026-03-02', '2026-01')
  await close('2026-03-02', '2026-02')
  itIs(world, '2026-03-10')
  member = await signedIn(world, samira)
}, 120_000)

describe('leaving, step by step', () => {
  test('nothing is lost half-way, both see where it stands, and until the confirmation nothing changed', async () => {
    expect(await page(member, '/vertrek')).toContain('Begin met stoppen')
    const begun = await member.post('/vertrek')
    id = (begun.headers.get('location') ?? '').split('/').at(-1) as DepartureId
    expect((await member.post('/vertrek')).headers.get('location')).toBe(`/vertrek/${id}`)
    await member.post(`/vertrek/${id}/stap/waarheen`, { goal: 'job', note: 'Bij de bakker' })
    expect(await page(await treasurer(), `/vertrek/${id}`)).toContain('Bij de bakker')
    await member.post(`/vertrek/${id}/afbreken`)
    expect(await page(member, `/vertrek/${id}`)).toContain('Er is niets veranderd.')
    expect((await member.post(`/vertrek/${id}/stap/laatste-dag`, { on: '2026-03-31' })).status).toBe(409)
    id = ((await member.post('/vertrek')).headers.get('location') ?? '').split('/').at(-1) as DepartureId
    const early = await member.post(`/vertrek/${id}/stap/laatste-dag`, { on: '2025-12-31' })
    expect(early.status).toBe(422)
    expect(await early.text()).toContain('2025')
    await fillIn(member, id, '2026-03-31')
    await member.post('/taal', { taal: 'en', naar: `/vertrek/${id}/samenvatting` })
    const english = await page(member, `/vertrek/${id}/samenvatting`)
    await member.post('/taal', { taal: 'nl', naar: '/vertrek' })
    expect(english).toContain('Yes, this is right')
  })

  test('the pots are shown per month with the benefit of then, and the question names exactly what waits', async () => {
    const { rows } = await pots()
    expect(rows.map(({ pot, month, cents, benefit, payable }) => [pot, month, Number(cents), benefit, Number(payable)])).toEqual([
      ['business', '2026-01', 6000, 'none', 6000],
      ['business', '2026-02', 12_000, 'assistance', 0],
      ['development', '2026-01', 1500, 'none', 1500],
      ['development', '2026-02', 3000, 'assistance', 0],
    ])
    const shown = await page(member, `/vertrek/${id}/vraag`)
    expect(shown).toContain('februari 2026')
    expect(shown).not.toContain('januari 2026')
    expect(shown).toContain('€ 150,00')
    expect((await member.post(`/vertrek/${id}/vraag`)).status).toBe(303)
    expect(await page(member, `/vertrek/${id}`)).toContain('Een deel van het geld wacht op de gemeente')
    expect((await member.post(`/vertrek/${id}/vraag`)).status).toBe(409)
    await world.runJobs()
    const question = (await pots()).questions[0]
    const officer = await manager()
    expect(await page(officer, '/vertrekvragen')).toContain('wacht op antwoord')
    expect(await page(officer, `/vertrekvragen/${question?.id}`)).toContain('artikel 32, lid 2')
    const pdf = await officer.get(`/vertrekvragen/${question?.id}/pdf`)
    expect(await begins(pdf)).toBe('%PDF-')
    expect(await page(officer, '/berichten')).toContain('vraag over geld in een pot')
    // Another municipality reads nothing of it.
    const elsewhere = await village(world, '2026-03-10')
    itIs(world, '2026-03-10')
    expect((await (await signedIn(world, elsewhere.caseManager)).get(`/vertrekvragen/${question?.id}`)).status).toBe(404)
    expect((await (await signedIn(world, elsewhere.treasurer)).get(`/vertrek/${id}/potten`)).status).toBe(404)
  })

  // Domain 2.12 and decisions 8: the benefit is for the member, the own coach and the case manager.
  test('how the benefit stood in a month is told to the member, the coach and the case manager; others see for which months an answer is needed', async () => {
    const told = /uitkering van de gemeente|Uitkering (?:toen|in die maand)|geen uitkering/
    const question = (await pots()).questions[0]?.id
    const own = [`/vertrek/${id}/potten`, `/vertrek/${id}/stap/budgetten`, `/vertrek/${id}/vraag`]
    const reads = async (who: Browser, paths: readonly string[]) => Promise.all(paths.map(async (path) => told.test(await page(who, path))))
    expect(await reads(member, own)).toEqual([true, true, true])
    expect(await reads(await signedIn(world, at.coach), own)).toEqual([true, true, true])
    expect(await reads(await manager(), [`/vertrekvragen/${question}`])).toEqual([true])
    for (const who of [at.treasurer, at.board]) {
      const reader = await signedIn(world, who)
      expect(await reads(reader, own)).toEqual([false, false, false])
      const shown = await page(reader, `/vertrek/${id}/potten`)
      expect(shown).toContain('Antwoord van de gemeente nodig?')
      expect(shown).toContain('voor februari 2026.')
      expect(shown).toContain('€ 120,00')
    }
    const letter = async (who: Browser) => Buffer.from(await (await who.get(`/vertrek/${id}/vraag/${question}/pdf`)).arrayBuffer())
    expect(pdfText(await letter(member)).text).toContain('uitkering van de gemeente')
    const office = pdfText(await letter(await treasurer())).text
    expect([office.includes('februari 2026'), told.test(office)]).toEqual([true, false])
  })

  test('the member agrees, somebody else confirms, and the membership ends the day after', async () => {
    expect((await (await signedIn(world, at.board)).post(`/vertrek/${id}/bevestiging`)).status).toBe(422)
    expect((await (await signedIn(world, at.treasurer)).post(`/vertrek/${id}/akkoord`)).status).toBe(403)
    expect((await member.post(`/vertrek/${id}/akkoord`)).status).toBe(303)
    expect((await member.post(`/vertrek/${id}/bevestiging`, { heard: 'ja' })).status).toBe(403)
    expect((await (await signedIn(world, at.board)).post(`/vertrek/${id}/bevestiging`)).status).toBe(303)
    const stage = (on: string) => as(world, asBoard(at), 'member.read', async (tx, permit) => (await stageOf(tx, permit, samira, day(on)))?.stage)
    expect([await stage('2026-03-31'), await stage('2026-04-01')]).toEqual(['member', 'former'])
    expect((await member.post(`/vertrek/${id}/afbreken`)).status).toBe(409)
    expect(await page(await manager(), '/vertrekvragen')).toContain('De laatste dag is')
  })
})

describe('money of the pots after leaving', () => {
  const release = async (fields: Readonly<Record<string, string>>) =>
    (await treasurer()).post(`/vertrek/${id}/potten`, { pot: 'business', receiver: 'payout', why: 'Artikel 9', ...fields })

  test('before the last day is over nothing is booked', async () => {
    expect((await release({ cents: '60,00' })).status).toBe(409)
  })

  test('what was built up without a benefit goes out; of months on a benefit nothing does, by no way', async () => {
    await close('2026-04-02', '2026-03')
    itIs(world, '2026-04-10')
    expect((await release({ cents: '60,01' })).status).toBe(422)
    expect((await release({ cents: '60,00' })).status).toBe(303)
    const blocked = await release({ cents: '0,01' })
    expect(blocked.status).toBe(422)
    expect(await blocked.text()).toContain('maanden met een uitkering')
    const byHand = as(world, asTreasurer(at), 'ledger.correct', (tx, permit) =>
      bookMemorial(tx, permit, {
        on: permit.today,
        what: 'Uit de pot',
        why: 'Vertrek',
        lines: [
          { account: account('businessBudget', samira), side: 'debit', cents: cents(100) },
          { account: account('payoutPayable', samira), side: 'credit', cents: cents(100) },
        ],
      }),
    )
    await expect(byHand).rejects.toThrow('memoriaalpost')
    // The pool of all is nobody's income: that is not blocked.
    expect((await release({ pot: 'development', receiver: 'trainingPool', cents: '5,00' })).status).toBe(303)
    expect(await stands()).toMatchObject({ business: 12_000, development: 4000, payout: 6000 })
  })

  test('the written answer opens what it says and no more: a letter is needed, and who left records none', async () => {
    const [question] = (await pots()).questions
    const path = `/vertrekvragen/${question?.id}/antwoord`
    const officer = await manager()
    expect((await officer.post(path, { verdict: 'allowed', answeredOn: '2026-04-09' })).status).toBe(422)
    expect((await member.post(`/vertrek/${id}/vraag/${question?.id}/antwoord`, { verdict: 'allowed', answeredOn: '2026-04-09', letter: LETTER })).status).toBe(
      403,
    )
    expect((await officer.post(path, { verdict: 'perMonth', answeredOn: '2026-04-11', letter: LETTER })).status).toBe(422)
    expect((await officer.post(path, { verdict: 'perMonth', answeredOn: '2026-04-09', letter: LETTER, 'business-2026-02': '120,01' })).status).toBe(422)
    expect((await officer.post(path, { verdict: 'perMonth', answeredOn: '2026-04-09', letter: LETTER, 'business-2026-02': '30,00' })).status).toBe(303)
    await world.runJobs()
    expect(await page(await treasurer(), '/berichten')).toContain('De gemeente gaf antwoord')
    const [answer] = (await pots()).questions[0]?.answers ?? []
    expect((await member.get(`/vertrek/${id}/vraag/${question?.id}/brief/${answer?.id}`)).headers.get('content-type')).toBe('application/pdf')
    expect((await release({ cents: '30,01' })).status).toBe(422)
    const key = '019999aa-0000-7000-8000-000000000001'
    const fields = { pot: 'business', receiver: 'payout', why: 'Brief van 9 april', cents: '30,00' }
    const office = await treasurer()
    expect((await office.post(`/vertrek/${id}/potten`, fields, key)).status).toBe(303)
    expect((await office.post(`/vertrek/${id}/potten`, fields, key)).status).toBe(303)
    expect(await stands()).toMatchObject({ business: 9000, payout: 9000 })
    expect((await release({ cents: '0,01' })).status).toBe(422)
  })

  test('the bank lets pass what was allowed in writing, though the consent keeps money in the pots, and not a cent more', async () => {
    const file = camt({
      id: 'VERTREK-1',
      account: 'NL91ABNA0417164300',
      opening: decimal(cents(36_300)),
      closing: decimal(cents(30_200)),
      openedOn: '2026-04-01',
      closedOn: '2026-04-13',
      entries: [3000, 3100].map((amount, nr) =>
        entry({ amount: decimal(cents(amount)), side: 'DBIT', on: '2026-04-13', reference: `V${nr}`, bankReference: `V${nr}` }),
      ),
    })
    itIs(world, '2026-04-13')
    await as(world, asTreasurer(at), 'bank.import', (tx, permit) => importFile(tx, permit, { name: 'bank.xml', bytes: new TextEncoder().encode(file) }))
    const lines = await as(world, asTreasurer(at), 'bank.read', (tx, permit) => linesWaiting(tx, permit))
    const book = (amount: number) => {
      const line = lines.find((each) => each.cents === cents(-amount))
      if (!line) throw new Error(`no line of ${amount}`)
      return as(world, asTreasurer(at), 'bank.book', (tx, permit) => bookLine(tx, permit, line.id, { kind: 'payout', member: samira } as never))
    }
    await expect(book(3100)).rejects.toThrow('30,00')
    await book(3000)
    expect(await stands()).toMatchObject({ payout: 6000 })
    await expect(book(3100)).rejects.toThrow('0,00')
  })
})

describe('the departure statement', () => {
  test('equals the ledger, is made final once, and gets a version where late money came', async () => {
    const office = await treasurer()
    expect((await office.post(`/vertrek/${id}/overzicht`)).status).toBe(303)
    expect((await office.post(`/vertrek/${id}/overzicht`)).status).toBe(409)
    expect((await member.post(`/vertrek/${id}/overzicht`)).status).toBe(403)
    const text = await page(member, `/vertrek/${id}/overzicht`)
    expect(text).toContain('€ 90,00')
    expect(text).toContain('Versie 1')
    expect(await begins(await member.get(`/vertrek/${id}/overzicht/pdf?versie=1`))).toBe('%PDF-')
    expect(
      (await (await treasurer()).post(`/vertrek/${id}/potten`, { pot: 'business', receiver: 'cooperative', why: 'Besluit bestuur', cents: '90,00' })).status,
    ).toBe(303)
    expect(await page(member, `/vertrek/${id}/overzicht`)).toContain('Na de laatste versie is er iets veranderd')
    expect((await office.post(`/vertrek/${id}/overzicht`)).status).toBe(303)
  })

  test('the own data comes along as a zip, and nobody else takes it', async () => {
    const zip = await member.get(`/vertrek/${id}/gegevens`)
    const bytes = Buffer.from(await zip.arrayBuffer()).toString('latin1')
    expect([zip.status, bytes.includes('portfolio/werk/2026-03-01-1.png'), bytes.includes('portfolio/werk/fotos.csv')]).toEqual([200, true, true])
    for (const name of ['vertrekoverzicht.pdf', 'portfolio/factuur-', 'klanten-die-meegaan.csv', 'afspraak-versie-']) expect(bytes).toContain(name)
    expect((await (await treasurer()).get(`/vertrek/${id}/gegevens`)).status).toBe(403)
  })
})

describe('being asked later', () => {
  const ask = (on: string) => {
    itIs(world, on)
    return asSystem(world.world, at.cooperative, 'followUp.invite', (tx, permit) => askThoseWhoLeft(tx, permit, 'http://localhost'))
  }
  const link = async () => {
    const { rows } = await world.world.database.pool.query(
      "select body from kit.mail where to_address = 'samira@vertrek.example' order by written_at desc, id desc limit 1",
    )
    return /hoe-gaat-het\/\S+/.exec(String(rows[0]?.body))?.[0] ?? ''
  }

  test('half a year later one mail goes and at most one reminder; the link answers once, without an account', async () => {
    expect(await ask('2026-09-29')).toBe(0)
    expect(await ask('2026-09-30')).toBe(1)
    expect(await ask('2026-09-30')).toBe(0)
    const first = await link()
    expect(await ask('2026-10-14')).toBe(1)
    expect(await ask('2026-10-20')).toBe(0)
    const outside = browser(world)
    expect(await page(outside, `/${first}`)).toContain('Hoe gaat het nu?')
    expect((await outside.post(`/${first}`, { work: 'job' })).status).toBe(422)
    expect((await outside.post(`/${first}`, { work: 'job', benefit: 'unsaid', faring: 'better' })).status).toBe(303)
    expect((await outside.post(`/${first}`, { work: 'nothing', benefit: 'yes', faring: 'worse' })).status).toBe(303)
    expect(await page(outside, `/${await link()}`)).toContain('Dank je wel')
    const { rows } = await world.world.database.pool.query('select work from departure.later_answer where tenant = $1', [at.cooperative])
    expect(rows).toEqual([{ work: 'job' }])
    expect((await outside.get(`/hoe-gaat-het/${'A'.repeat(64)}`)).status).toBe(404)
  })

  test('after withdrawal nothing is asked any more', async () => {
    const outside = browser(world)
    await outside.post(`/${await link()}/stoppen`)
    expect(await ask('2027-03-31')).toBe(0)
    expect(await ask('2028-03-31')).toBe(0)
  })

  test('answers are erased after two years', async () => {
    await ask(addDays(addMonths(day('2026-10-20'), 24), 1))
    const { rows } = await world.world.database.pool.query('select 1 from departure.later_answer where tenant = $1', [at.cooperative])
    expect(rows).toEqual([])
  })
})

test('a coach or treasurer begins for a member, and who has no benefit waits for nobody', async () => {
  itIs(world, '2026-05-04')
  const joost = await newMember(at, 'Joost Blom')
  const office = await treasurer()
  const begun = await office.post(`/leden/${joost}/vertrek/begin`)
  const path = begun.headers.get('location') ?? ''
  expect(path).toMatch(/^\/vertrek\//)
  expect((await (await signedIn(world, joost)).get(path)).status).toBe(200)
  expect((await (await signedIn(world, joost)).post(`${path}/vraag`)).status).toBe(422)
  expect((await office.post(`/leden/${samira}/vertrek/begin`)).headers.get('location')).toBe(`/vertrek/${id}`)
})
