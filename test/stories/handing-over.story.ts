import { beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { outbox } from '#kit/mail.ts'
import { asSystem, type MemberId, type PersonId, staff } from '#rooms/access'
import { requestLines, takeCase } from '#rooms/consent'
import { addExisting, membersOn } from '#rooms/members'
import { newMember, type Village, village, withConsent } from '../village.ts'
import { as, type Browser, itIs, signedIn, somebody, testWorld } from '../world.ts'

let at: Village
let nora: PersonId
let administrator: Browser
let sem: MemberId
let lot: MemberId

beforeAll(async () => {
  at = await village(await testWorld(), '2026-09-01')
  nora = await somebody(at.world, at.cooperative, 'coach', 'Nora Nieuw')
  administrator = await signedIn(at.world, await somebody(at.world, at.cooperative, 'administrator', 'Ria'))
  sem = await newMember(at, 'Sem Smit', 'participatiewetOwn')
  lot = await newMember(at, 'Lot Loos')
})

const membersOf = async (coach: PersonId) =>
  (await as(at.world, { person: coach, organisation: at.cooperative, role: 'coach' }, 'member.read', (tx, permit) => membersOn(tx, permit, permit.today))).map(
    ({ name }) => name,
  )
const page = async (browser: Browser, path: string) => (await browser.get(path)).text()

describe('a coach hands a member over', () => {
  test('from a day on: until the day before nothing changes, on the day the other has the member', async () => {
    const desk = await signedIn(at.world, at.coach)
    expect(await page(desk, `/overdracht?wie=${sem}`)).toContain('Sem Smit')
    expect((await desk.post('/overdracht', { people: [sem], to: nora, on: '2026-09-10' })).status).toBe(303)
    itIs(at.world, '2026-09-09')
    expect([(await membersOf(at.coach)).includes('Sem Smit'), (await membersOf(nora)).includes('Sem Smit')]).toEqual([true, false])
    itIs(at.world, '2026-09-10')
    expect([(await membersOf(at.coach)).includes('Sem Smit'), (await membersOf(nora)).includes('Sem Smit')]).toEqual([false, true])
  })

  test('to nobody who is no coach then, of nobody else’s members, and not yesterday', async () => {
    const desk = await signedIn(at.world, at.coach)
    const send = (fields: Record<string, string | string[]>) => desk.post('/overdracht', { people: [lot], to: nora, on: '2026-09-10', ...fields })
    expect((await send({ to: at.treasurer })).status).toBe(422)
    expect((await send({ people: [sem] })).status).toBe(422)
    expect((await send({ people: [] })).status).toBe(422)
    expect((await send({ on: '2026-09-09' })).status).toBe(422)
    expect(await membersOf(at.coach)).toEqual(['Lot Loos'])
    expect((await (await signedIn(at.world, at.treasurer)).get('/overdracht')).status).toBe(403)
  })

  test('in English too, with its refusals, that of permission and that of an old form', async () => {
    const desk = await signedIn(at.world, at.coach)
    await desk.post('/taal', { taal: 'en', naar: '/overdracht' })
    expect(await page(desk, '/overdracht')).toContain('Handing over members')
    expect(await (await desk.post('/overdracht', { people: [], to: '', on: '2026-09-10' })).text()).toContain('You have chosen nobody.')
    expect(await page(desk, '/maand')).toContain('This does not belong to your role.')
    expect(await (await desk.post('/overdracht', { _csrf: 'old' })).text()).toContain('We are not sure that this form comes from you.')
    await desk.post('/taal', { taal: 'nl', naar: '/overdracht' })
  })

  test('says what was not chosen: nobody, or no colleague', async () => {
    const desk = await signedIn(at.world, at.coach)
    const nobody = await (await desk.post('/overdracht', { people: [], to: '', on: '2026-09-10' })).text()
    expect(nobody).toContain('Je hebt niemand gekozen.')
    const noColleague = await (await desk.post('/overdracht', { people: [lot], to: '', on: '2026-09-10' })).text()
    expect(noColleague).toContain('Je hebt nog niet gekozen wie het overneemt.')
    expect(noColleague).not.toContain('werkt hier die dag niet')
    // Nobody is offered to oneself.
    expect(nobody).not.toContain('>Marleen Visser</option>')
  })

  test('the member gets a mail in the own language, and the step is logged', async () => {
    const mara = await asSystem(at.world.world, at.cooperative, 'member.add', (tx, permit) =>
      addExisting(tx, permit, {
        firstName: 'Mara',
        name: 'Mara Muis',
        email: 'mara@over.example',
        phone: null,
        language: 'en',
        trialFrom: null,
        trialUntil: null,
        memberSince: day('2022-01-01'),
        number: null,
        trade: null,
        benefit: { source: 'none', municipality: null },
        coach: null,
      }),
    )
    expect(await page(administrator, '/overdracht')).toContain('Nog niemand')
    expect((await administrator.post('/overdracht', { people: [mara], to: nora, on: '2026-09-10' })).status).toBe(303)
    const mails = await asSystem(at.world.world, at.cooperative, 'consent.tell', (tx) => outbox(tx, 5))
    expect(mails.map(({ to, subject }) => [to, subject])).toContainEqual(['mara@over.example', 'You get another coach'])
    expect(mails.find(({ to }) => to === 'mara@over.example')?.text).toContain('Nora Nieuw')
    expect(await membersOf(nora)).toContain('Mara Muis')
  })
})

describe('a coach leaves', () => {
  test('ending the role lists who is left and asks to hand over first', async () => {
    const end = `/medewerkers/${at.coach}/einde`
    const shown = await page(administrator, `${end}?rol=coach`)
    expect(shown).toContain('Lot Loos')
    expect(shown).not.toContain('Sem Smit')
    expect((await administrator.post(end, { rol: 'coach' })).status).toBe(422)
    expect((await administrator.post('/overdracht', { people: [lot], to: nora, on: '2026-09-10' })).status).toBe(303)
    expect(await page(administrator, `${end}?rol=coach`)).not.toContain('Lot Loos')
    expect((await administrator.post(end, { rol: 'coach' })).status).toBe(303)
    expect(await membersOf(nora)).toEqual(['Lot Loos', 'Mara Muis', 'Sem Smit'])
  })
})

describe('nobody can take over', () => {
  test('the page says whom to ask, who has whom now, and leads back; whoever may invite is led there', async () => {
    const alone = await village(at.world, '2026-09-10')
    await somebody(at.world, alone.cooperative, 'administrator', 'Ria Regelt')
    await newMember(alone, 'Fay Fris')
    const shown = await page(await signedIn(at.world, alone.coach), '/overdracht')
    expect(shown).toContain('Vraag Ria Regelt om een begeleider uit te nodigen.')
    expect(shown).toContain('Fay Fris')
    expect(shown).toContain('href="/start"')
    expect(shown).not.toContain('name="to"')
    const adviser = await signedIn(at.world, await somebody(at.world, alone.municipality, 'policyAdviser', 'Fre Beleid'))
    await withConsent(alone, await newMember(alone, 'Gea Groot', 'participatiewetOwn'), '2026-09-10')
    expect(await page(adviser, '/overdracht')).toContain('href="/medewerkers"')
    itIs(at.world, '2026-09-10')
  })
})

describe('a case manager leaves', () => {
  const officer = (person: PersonId) => ({ person, organisation: at.municipality, role: 'caseManager' as const })
  const owns = async (person: PersonId) => (await as(at.world, officer(person), 'consent.read', (tx, permit) => requestLines(tx, permit))).map(({ own }) => own)

  test('the policy adviser hands the case over; the mail names the municipality and nobody', async () => {
    await withConsent(at, sem, '2026-09-10')
    const joris = await somebody(at.world, at.municipality, 'caseManager', 'Joris Geheim')
    expect([await owns(at.caseManager), await owns(joris)]).toEqual([[true], []])
    const adviser = await signedIn(at.world, await somebody(at.world, at.municipality, 'policyAdviser', 'Fred'))
    expect(await page(adviser, '/overdracht')).toContain('minder dan 5 dossiers')
    expect(await page(adviser, '/overdracht')).not.toContain('Sem Smit')
    expect((await adviser.post('/overdracht', { people: [sem], to: joris, on: '2026-09-10' })).status).toBe(422)
    expect((await adviser.post('/overdracht', { people: [at.caseManager], to: joris, on: '2026-09-10' })).status).toBe(303)
    expect([await owns(at.caseManager), await owns(joris)]).toEqual([[], [true]])
  })

  test('whose role ended anyway leaves the case to any colleague', async () => {
    const [joris] = (await asSystem(at.world.world, at.municipality, 'person.invite', staff)).filter(({ name }) => name === 'Joris Geheim')
    if (!joris) throw new Error('Joris is gone')
    const adviser = await signedIn(at.world, await somebody(at.world, at.municipality, 'policyAdviser', 'Frida'))
    const end = `/medewerkers/${joris.person}/einde`
    expect((await adviser.post(end, { rol: 'caseManager' })).status).toBe(422)
    expect((await adviser.post(end, { rol: 'caseManager', toch: 'ja' })).status).toBe(303)
    expect(await page(adviser, '/overdracht')).toContain('werkt hier niet meer')
    expect(await owns(at.caseManager)).toEqual([false])
    const [line] = await as(at.world, officer(at.caseManager), 'consent.read', (tx, permit) => requestLines(tx, permit))
    if (!line) throw new Error('the request is not seen')
    await as(at.world, officer(at.caseManager), 'consent.take', (tx, permit) => takeCase(tx, permit, line.request.id))
    expect(await owns(at.caseManager)).toEqual([true])
  })
})
