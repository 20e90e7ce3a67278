import { beforeAll, describe, expect, test } from 'vitest'
import { connectJobs } from '#app/jobs.ts'
import { SCHEDULE } from '#app/schedule.ts'
import { day, lastDay, month } from '#kit/day.ts'
import { openJobs } from '#kit/jobs.ts'
import { type Cents, sum } from '#kit/money.ts'
import { actAs, type MemberId, type OrganisationId, type PersonId } from '#rooms/access'
import { changeDraft, draftAgreement, proposeAgreement, proposeCooperation, type Receiver, type VersionId, versionsAll } from '#rooms/agreements'
import { creditInvoice, type InvoiceId } from '#rooms/invoicing'
import { trialBalance } from '#rooms/ledger'
import { closeMonth, endShared, lookWhatIf, sharedWithMunicipality, shareWhatIf } from '#rooms/settlement'
import { bankIn, signedAgreement, sold, spent, template } from '../trade.ts'
import { asBoard, asCoach, asMember, asTreasurer, newMember, type Village, village } from '../village.ts'
import { as, browser, itIs, signedIn, somebody, type TestWorld, testWorld } from '../world.ts'

const OWN = { source: 'own', from: null, until: null } as const
const ALONE = { municipality: null, days: 30 }

let world: TestWorld
let place: Village
let inForce: VersionId
let draft: VersionId
const people = new Map<string, MemberId>()
const who = (name: string): MemberId => people.get(name) as MemberId
const close = (on: string, of: string) => {
  itIs(world, on)
  return as(world, asTreasurer(place), 'month.close', (tx, permit) => closeMonth(tx, permit, month(of)))
}
const look = (version: VersionId, asked: Parameters<typeof lookWhatIf>[3] = OWN) =>
  as(world, asBoard(place), 'whatIf.see', (tx, permit) => lookWhatIf(tx, permit, version, asked))
const share = (version: VersionId, how: { municipality: OrganisationId | null; days: number } = ALONE, asked: Parameters<typeof lookWhatIf>[3] = OWN) =>
  as(world, asBoard(place), 'whatIf.share', (tx, permit) => shareWhatIf(tx, permit, version, asked, how))
const linksOn = async (reader: PersonId) => {
  const page = await (await (await signedIn(world, reader)).get(`/afspraken/${draft}/wat-als`)).text()
  return [...page.matchAll(/href="(\/wat-als\/[\w-]{43})"/g)].map(([, path = '']) => path)
}

/** Where a link leads, by its id on the page of the board. */
const pathOf = async (id: string) => {
  const page = await (await (await signedIn(world, place.board)).get(`/afspraken/${draft}/wat-als`)).text()
  const before = page.slice(0, page.indexOf(`links/${id}/einde`))
  return [...before.matchAll(/href="(\/wat-als\/[\w-]{43})"/g)].at(-1)?.[1] ?? ''
}
const mainOf = async (path: string) => {
  const page = await (await browser(world).get(path)).text()
  return page.slice(page.indexOf('<main'), page.indexOf('</main>'))
}
let lasting = ''

beforeAll(async () => {
  world = await testWorld()
  place = await village(world, '2026-07-01')
  for (const name of ['Carla', 'Dirk', 'Ebo', 'Fenna', 'Gijs']) people.set(name, await newMember(place, `${name} Mulder`))
  await signedAgreement(place, [...people.values()], template('resultaat-60-15-25'), '2026-08-01')
  const first = await sold(place, who('Carla'), '2026-08-03', [{ net: 33333 }])
  const second = await sold(place, who('Dirk'), '2026-08-04', [{ net: 20000 }])
  await spent(place, who('Ebo'), '2026-08-05', 8000, 0)
  await bankIn(place, '2026-08', [
    { invoice: first, gross: 40333, on: '2026-08-20' },
    { invoice: second, gross: 24200, on: '2026-08-21' },
  ])
  await close('2026-09-01', '2026-08')
  const third = await sold(place, who('Ebo'), '2026-09-03', [{ net: 15050 }])
  const fourth = await sold(place, who('Fenna'), '2026-09-04', [{ net: 40001 }])
  const small = await sold(place, who('Gijs'), '2026-09-05', [{ net: 10000 }])
  await spent(place, who('Fenna'), '2026-09-07', 3000, 0, 'training')
  await bankIn(
    place,
    '2026-09',
    [
      { invoice: third, gross: 18211, on: '2026-09-20' },
      { invoice: fourth, gross: 48401, on: '2026-09-21' },
      { invoice: small, gross: 12100, on: '2026-09-22' },
    ],
    64533,
  )
  await close('2026-10-01', '2026-09')
  // Money of August goes back in October: in the months that are looked at, and in a window that begins later.
  itIs(world, '2026-10-02')
  await as(world, asTreasurer(place), 'invoice.credit', (tx, permit) => creditInvoice(tx, permit, first as InvoiceId, 'all'))
  const fifth = await sold(place, who('Carla'), '2026-10-05', [{ net: 50000 }])
  await bankIn(place, '2026-10', [{ invoice: fifth, gross: 60500, on: '2026-10-20' }], 143245)
  await close('2026-11-01', '2026-10')
  itIs(world, '2026-11-02')
  inForce = (await as(world, asBoard(place), 'agreement.read', versionsAll))[0]?.id as VersionId
  draft = await as(world, asBoard(place), 'agreement.draft', (tx, permit) =>
    draftAgreement(tx, permit, { title: 'Ledenovereenkomst', articles: template('resultaat-50-20-20-10'), from: day('2026-12-01'), until: null }),
  )
})

describe('on real months', () => {
  test('the agreement in force gives what is in the books, to the cent: per receiver, per member and per month', async () => {
    const { outcome } = await look(inForce)
    for (const line of outcome?.lines ?? []) expect([line.receiver, line.would]).toEqual([line.receiver, line.now])
    for (const { sides } of outcome?.members ?? []) for (const pair of Object.values(sides)) expect(pair.would).toBe(pair.now)
    expect(outcome?.mostChanged).toEqual([])
    expect(outcome?.members).toHaveLength(5)
    const rows = await as(world, asTreasurer(place), 'ledger.read', (tx, permit) => trialBalance(tx, permit, lastDay(month('2026-10'))))
    const booked = (code: string) => -sum(rows.filter((row) => row.code === code).map((row) => row.balance)) as Cents
    const now = (receiver: Receiver) => outcome?.lines.find((line) => line.receiver === receiver)?.now
    expect([now('business'), now('development'), now('cooperative')]).toEqual([
      booked('businessBudget'),
      booked('developmentBudget'),
      booked('cooperativeContribution'),
    ])
  })
  test('that holds for any part of the months too', async () => {
    for (const [from, until] of [
      ['2026-09', '2026-10'],
      ['2026-10', '2026-10'],
      ['2026-08', '2026-09'],
    ] as const) {
      const { outcome } = await look(inForce, { source: 'own', from: month(from), until: month(until) })
      expect(outcome?.months[0]).toBe(from)
      for (const line of outcome?.lines ?? []) expect([from, line.receiver, line.would]).toEqual([from, line.receiver, line.now])
    }
  })
  test('a draft: the municipality gets a tenth, both columns add up, nothing is written', async () => {
    const { outcome } = await look(draft)
    expect(sum(outcome?.lines.map((line) => line.now) ?? [])).toBe(outcome?.base)
    expect(sum(outcome?.lines.map((line) => line.would) ?? [])).toBe(outcome?.base)
    const line = (receiver: string) => outcome?.lines.find((each) => each.receiver === receiver)
    // Dirk 200.00, Ebo 70.50 after his loss, Fenna 370.01, Gijs 100.00, Carla 500.00: a tenth of each, in whole cents.
    expect(line('municipality')).toMatchObject({ now: 0n, would: 12_405n })
    expect(outcome?.mostChanged.map((each) => each.month)).toHaveLength(3)
    expect((await look(draft)).outcome).toEqual(outcome)
  })
  test('the page says it in a sentence, in tables and in rules', async () => {
    const page = await (await (await signedIn(world, place.board)).get(`/afspraken/${draft}/wat-als`)).text()
    for (const words of [
      'In 3 maanden ging het om',
      'de gemeente €\u00a0124,05 meer',
      'Carla Mulder',
      'Nieuw. Van het resultaat naar de gemeente: 10%.',
      'Wat dit niet weet',
    ])
      expect(page).toContain(words)
  })
  test('a month or a source that is none is as if it was not asked', async () => {
    const reader = await signedIn(world, place.treasurer)
    for (const query of ['uit=niets', 'van=x&tot=2026-99', 'van=2030-01&tot=1990-01', 'uit=own&van=&tot='])
      expect((await reader.get(`/afspraken/${draft}/wat-als?${query}`)).status).toBe(200)
  })
})

describe('on an invented year', () => {
  test('each sample lies beside the agreement of today, and names nobody', async () => {
    const reader = await signedIn(world, place.treasurer)
    for (const sample of ['seamstress', 'caterer', 'gardener', 'lossMaker'] as const) {
      const { outcome } = await look(draft, { source: sample, from: null, until: null })
      expect(sum(outcome?.lines.map((line) => line.now) ?? [])).toBe(outcome?.base)
      expect(sum(outcome?.lines.map((line) => line.would) ?? [])).toBe(outcome?.base)
      const page = await (await reader.get(`/afspraken/${draft}/wat-als?uit=${sample}`)).text()
      expect(page).toContain('De bedragen zijn verzonnen.')
      expect(page).not.toContain('Mulder')
    }
  })
  test('a cooperative that closed nothing and signed nothing is told so', async () => {
    const young = await village(world, '2026-11-02')
    const version = await as(world, asBoard(young), 'agreement.draft', (tx, permit) =>
      draftAgreement(tx, permit, { title: 'Ledenovereenkomst', articles: template('dertig-procent'), from: day('2026-12-01'), until: null }),
    )
    const reader = await signedIn(world, young.board)
    expect(await (await reader.get(`/afspraken/${version}/wat-als`)).text()).toContain('Er zijn nog geen maanden')
    expect(await (await reader.get(`/afspraken/${version}/wat-als?uit=caterer`)).text()).toContain('Er is nog geen afspraak die geldt')
    await expect(as(world, asBoard(young), 'whatIf.share', (tx, permit) => shareWhatIf(tx, permit, version, OWN, ALONE))).rejects.toThrow(
      'Er is nog geen uitkomst om te delen.',
    )
    const broken = await as(world, asBoard(young), 'agreement.draft', (tx, permit) =>
      draftAgreement(tx, permit, { title: 'Leeg', articles: [{ kind: 'trade' }], from: day('2026-12-01'), until: null }),
    )
    expect(await (await reader.get(`/afspraken/${broken}/wat-als`)).text()).toContain('Dit concept klopt nog niet')
    // Of another cooperative there is nothing.
    expect((await reader.get(`/afspraken/${draft}/wat-als`)).status).toBe(404)
  })
})

describe('who sees what', () => {
  test('a member sees nothing of a draft, and of a version that was put to them only the own months', async () => {
    const dirk = await signedIn(world, who('Dirk'))
    expect((await dirk.get(`/afspraken/${draft}/wat-als`)).status).toBe(404)
    const put = await as(world, asBoard(place), 'agreement.draft', (tx, permit) =>
      draftAgreement(tx, permit, { title: 'Nieuw', articles: template('dertig-procent'), from: day('2026-12-01'), until: null }),
    )
    await as(world, asBoard(place), 'agreement.propose', (tx, permit) => proposeAgreement(tx, permit, put, [who('Dirk')]))
    const page = await (await dirk.get(`/afspraken/${put}/wat-als`)).text()
    expect(page).toContain('In 1 maand ging het om €\u00a0200,00: jij €\u00a010,00 minder en de coöperatie €\u00a010,00 meer.')
    for (const name of ['Carla', 'Ebo', 'Fenna']) expect(page).not.toContain(name)
    expect(page).not.toContain('Deel met de gemeente')
    expect((await (await signedIn(world, who('Carla'))).get(`/afspraken/${put}/wat-als`)).status).toBe(404)
    await expect(as(world, asMember(place, who('Dirk')), 'whatIf.share', (tx, permit) => shareWhatIf(tx, permit, put, OWN, ALONE))).rejects.toThrow()
    const coach = await as(world, asCoach(place), 'whatIf.see', (tx, permit) => lookWhatIf(tx, permit, put, OWN))
    expect(coach.outcome?.members).toHaveLength(5)
  })
})

describe('sharing', () => {
  test('a link shows the outcome without names to anybody who holds it, until it is stopped', async () => {
    const board = await signedIn(world, place.board)
    const fields = { uit: 'own', van: '2026-08', tot: '2026-10', municipality: '', days: '30' }
    const key = crypto.randomUUID()
    const answers = await Promise.all(Array.from({ length: 4 }, () => board.post(`/afspraken/${draft}/wat-als/links`, fields, key)))
    expect(answers.some((answer) => answer.status === 303)).toBe(true)
    const [path = '', ...more] = await linksOn(place.board)
    expect(more).toEqual([])
    const visitor = browser(world)
    const answer = await visitor.get(path)
    expect(answer.headers.get('X-Robots-Tag')).toContain('noindex')
    const page = await answer.text()
    for (const words of ['de gemeente €\u00a0124,05 meer', 'Er staan geen namen in']) expect(page).toContain(words)
    for (const name of people.keys()) expect(page).not.toContain(name)
    // No line of one member, also without a name: who knows the members knows whose it is.
    expect(page).not.toContain('Lid 1')
    for (const wrong of ['x', path.slice(9, -1), `${path.slice(9)}x`]) expect((await visitor.get(`/wat-als/${wrong}`)).status).toBe(404)
    const link = /links\/([\w-]+)\/einde/.exec(await (await board.get(`/afspraken/${draft}/wat-als`)).text())?.[1] ?? ''
    expect((await board.post(`/afspraken/${draft}/wat-als/links/${link}/einde`)).status).toBe(303)
    expect((await visitor.get(path)).status).toBe(404)
    await expect(as(world, asBoard(place), 'whatIf.share', (tx, permit) => endShared(tx, permit, draft, link))).rejects.toThrow('Deze link werkt niet meer.')
  })
  test('what was shared stays as it was, also when the draft is written on', async () => {
    const path = await pathOf(await share(draft))
    const before = await mainOf(path)
    expect(before).toContain('Nieuw. Van het resultaat naar de gemeente: 10%.')
    itIs(world, '2026-11-03')
    await as(world, asBoard(place), 'agreement.draft', (tx, permit) =>
      changeDraft(tx, permit, draft, { title: 'Anders', articles: template('dertig-procent'), from: day('2026-12-01'), until: null }),
    )
    expect(await mainOf(path)).toBe(before)
    expect((await look(draft)).outcome?.lines.map(({ receiver }) => receiver)).not.toContain('municipality')
    itIs(world, '2026-11-02')
  })
  test('whoever opens the link reads Dutch, whatever the board reads', async () => {
    const english = { ...asBoard(place), language: 'en' } as const
    const id = await actAs(world.world, english, 'whatIf.share', (tx, permit) => shareWhatIf(tx, permit, draft, OWN, ALONE))
    expect(await mainOf(await pathOf(id))).toContain('Vervalt. Van het resultaat naar')
  })
  test('months in which fewer than five members had money are not shared, and the page says so beforehand', async () => {
    const one = { source: 'own', from: month('2026-10'), until: month('2026-10') } as const
    await expect(share(draft, ALONE, one)).rejects.toThrow('In deze maanden hadden minder dan vijf leden geld.')
    const page = await (await (await signedIn(world, place.board)).get(`/afspraken/${draft}/wat-als?uit=own&van=2026-10&tot=2026-10`)).text()
    expect(page).toContain('In deze maanden hadden minder dan vijf leden geld.')
    expect(page).not.toContain('name="municipality"')
  })
  test('of a month with fewer than five members nothing of the month', async () => {
    const page = await (await browser(world).get(await pathOf(await share(draft)))).text()
    expect(page).toContain('Per lid staat hier niets')
    expect(page).not.toContain('Lid 1')
    expect(page).not.toContain('In deze maanden verandert het meest')
  })
  test('the adviser of the municipality that was chosen finds it, another one does not; no municipality without an agreement', async () => {
    await expect(share(draft, { municipality: place.municipality, days: 30 })).rejects.toThrow('Met deze gemeente is er geen afspraak.')
    await as(world, asBoard(place), 'cooperationAgreement.propose', (tx, permit) =>
      proposeCooperation(tx, permit, {
        municipality: place.municipality,
        bounds: [{ kind: 'forbidden', receiver: 'payout' }],
        from: day('2026-12-01'),
        until: null,
      }),
    )
    lasting = await pathOf(await share(draft, { municipality: place.municipality, days: 10 }))
    const elsewhere = await village(world, '2026-11-02')
    const found = async (municipality: OrganisationId) => {
      const person = await somebody(world, municipality, 'policyAdviser', 'Tom Dekker')
      return as(world, { person, organisation: municipality, role: 'policyAdviser' }, 'cooperationAgreement.read', sharedWithMunicipality)
    }
    expect((await found(place.municipality)).map(({ frozen }) => frozen.number)).toEqual([2])
    expect(await found(elsewhere.municipality)).toEqual([])
  })
  test('days out of reach are refused in words, with what was typed', async () => {
    const board = await signedIn(world, place.board)
    for (const days of ['0', '91']) {
      const answer = await board.post(`/afspraken/${draft}/wat-als/links`, { uit: 'caterer', van: '', tot: '', municipality: '', days })
      expect(answer.status).toBe(422)
      const page = await answer.text()
      expect(page).toContain('Kies een getal van 1 tot en met 90.')
      expect(page).toContain(`value="${days}"`)
    }
  })
  test('after its last day a link shows nothing, and the night deletes what was shared', async () => {
    itIs(world, '2026-11-12')
    expect((await browser(world).get(lasting)).status).toBe(200)
    itIs(world, '2026-11-13')
    expect((await browser(world).get(lasting)).status).toBe(404)
    const { pool } = world.world.database
    const kept = async () =>
      (await pool.query("select 1 from settlement.what_if_shared where tenant = $1 and until_day < '2026-11-13'", [place.cooperative])).rows.length
    expect(SCHEDULE.find((each) => each.job === 'whatIf.forget')).toMatchObject({ for: 'cooperative' })
    expect(await kept()).toBe(1)
    const jobs = await openJobs(world.world.database)
    const handle = connectJobs(world.world, jobs, null)
    for (let night = 0; night < 2; night++) {
      const order = { job: 'whatIf.forget', organisation: place.cooperative, facts: {} }
      await world.world.database.unit({ role: 'opbloei_app', organisation: place.cooperative, person: null }, (tx) => jobs.enqueue(tx, order))
      await jobs.runWaiting(handle)
      expect(await kept()).toBe(0)
    }
    itIs(world, '2026-11-02')
  })
})
