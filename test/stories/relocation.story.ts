import { beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import { asSystem, type MemberId, type OrganisationId, type PersonId } from '#rooms/access'
import { prepareRequest, requestLines, sendRequest, tradeAllowed, versionOf } from '#rooms/consent'
import { registerMunicipality } from '#rooms/organisations'
import { forgetRelocations } from '../../src/rooms/consent/relocation/relocation.ts'
import { facts } from '../consent-cast.ts'
import { sign, tenMinutesLater } from '../letters.ts'
import { asCoach, asMember, newMember, type Village, village, withConsent } from '../village.ts'
import { as, type Browser, found, itIs, signedIn, somebody, type TestWorld, testWorld } from '../world.ts'

let world: TestWorld
let at: Village
let elsewhere: OrganisationId
let newDesk: PersonId

beforeAll(async () => {
  world = await testWorld()
  at = await village(world, '2026-09-01')
  elsewhere = await found(world, 'municipality', 'Gemeente Verderop')
  await asSystem(world.world, elsewhere, 'organisation.edit', (tx, permit) =>
    registerMunicipality(tx, permit, {
      code: 'DM10',
      name: 'Gemeente Verderop',
      department: 'Werk',
      street: 'Plein 2',
      postCode: '1234 AC',
      city: 'Verderop',
      email: 'werk@verderop.example',
    }),
  )
  newDesk = await somebody(world, elsewhere, 'caseManager', 'Bart Verderop')
})

const textOf = async (browser: Browser, path: string) => (await browser.get(path)).text()
const here = (member: MemberId) => `/leden/${member}/verhuizing`
const trade = async (member: MemberId, on: string) => {
  const allowed = await as(world, asCoach(at), 'consent.read', (tx, permit) => tradeAllowed(tx, permit, member, day(on)))
  return allowed.allowed ? 'may' : allowed.why
}

async function resident(name: string): Promise<{ member: MemberId; phone: Browser }> {
  itIs(world, '2026-09-02')
  const member = await newMember(at, name, 'participatiewetOwn')
  await withConsent(at, member, '2026-09-02', { other: 'Geheim van Wilgendam.' })
  itIs(world, '2026-10-05')
  return { member, phone: await signedIn(world, member) }
}

describe('a member who moves to another town', () => {
  test('reads at home, as the coach does, that the new town must consent, until it is asked; the old consent says its last day', async () => {
    const { member, phone } = await resident('Wies Elders')
    const coach = await signedIn(world, at.coach)
    const [line] = await as(world, asCoach(at), 'consent.read', (tx, permit) => requestLines(tx, permit, member))
    const consent = `/toestemmingen/${line?.request.id}`
    expect(await textOf(phone, '/mijn')).not.toContain('Vraag toestemming aan je nieuwe gemeente')
    await phone.post(here(member), { to: elsewhere, on: '2026-10-20', benefit: 'same' })
    await phone.post(`${here(member)}/vertellen`, { newTown: 'ja', share: '' })
    const home = await textOf(phone, '/mijn')
    expect(home).toContain('Vraag toestemming aan je nieuwe gemeente')
    expect(home).toContain('tot en met 19 oktober 2026')
    expect((await textOf(coach, '/coach')).split('<tr').find((row) => row.includes('Wies Elders'))).toContain(
      'Verhuist: vraag toestemming aan de nieuwe gemeente',
    )
    const page = await textOf(phone, consent)
    expect(page).toContain('De toestemming geldt tot en met 19 oktober 2026.')
    expect(page).toContain('Vanaf 20 oktober 2026 gaat een andere gemeente over de toestemming.')
    expect(await textOf(await signedIn(world, at.caseManager), consent)).toContain('Vanaf 20 oktober 2026 gaat een andere gemeente over de toestemming.')
    const asked = { ...facts, wantedFrom: day('2026-10-20'), wantedUntil: day('2027-10-19') }
    const id = await as(world, asCoach(at), 'consent.prepare', (tx, permit) => prepareRequest(tx, permit, { ...asked, member }))
    await as(world, asMember(at, member), 'consent.send', (tx, permit) => sendRequest(tx, permit, id, versionOf(asked)))
    expect(await textOf(phone, '/mijn')).not.toContain('Vraag toestemming aan je nieuwe gemeente')
  })

  test('reads what is told to whom, tells it, and both desks hear what they need and no more', async () => {
    const { member, phone } = await resident('Mira Verhuis')
    expect(await textOf(phone, `/leden/${member}`)).toContain(here(member))
    expect((await phone.post(here(member), { to: elsewhere, on: '2026-10-20', benefit: 'same' })).status).toBe(303)
    // Nothing was told and nothing changed yet; the page says what will.
    const page = await textOf(phone, here(member))
    expect(page).toContain('Er is nog niets verteld')
    expect(page).toContain('Werk tot en met 19 oktober 2026 mag onder de toestemming van Gemeente Wilgendam')
    expect(page).toContain('Werk vanaf 20 oktober 2026 mag nog niet worden verkocht. Eerst moet Gemeente Verderop toestemming geven')
    expect(page).toContain(
      'oktober 2026 heeft dagen in twee gemeenten, en twee opgaven. De oude gemeente leest wat klanten tot en met 19 oktober 2026 betaalden',
    )
    expect(page).toMatch(/Mira Verhuis van Coöperatie De Bloesem/)
    expect(page).toMatch(/Toestemming voor “Kleding maken”: die geldt tot en met 19 oktober 2026/)
    expect(await trade(member, '2026-10-21')).toBe('may')
    const oldDesk = await signedIn(world, at.caseManager)
    expect(await textOf(oldDesk, '/verhuizingen')).not.toContain('Mira Verhuis')

    expect((await phone.post(`${here(member)}/vertellen`, { newTown: 'ja', share: '' })).status).toBe(303)
    await world.runJobs()
    expect([await trade(member, '2026-10-19'), await trade(member, '2026-10-20')]).toEqual(['may', 'elsewhere'])

    // The old town: who leaves from which day and what runs on; not where to.
    expect(await textOf(oldDesk, '/klantmanager')).toContain('Mira Verhuis')
    expect(await textOf(oldDesk, '/berichten')).toContain('verhuist naar een andere gemeente')
    const leaves = await textOf(oldDesk, '/verhuizingen')
    expect(leaves).toContain('Mira Verhuis vertrekt')
    expect(leaves).toContain('19 oktober 2026')
    expect(leaves).not.toContain('Verderop')
    // The new one: that a request comes, nothing of the old file.
    const comes = await textOf(await signedIn(world, newDesk), '/verhuizingen')
    expect(comes).toContain('Mira Verhuis komt')
    expect(comes).toContain('koos ervoor om niets uit het oude dossier te delen')
    expect(comes).not.toMatch(/Wilgendam|Kleding|Geheim/)
  })

  test('the old desk withdraws the consent from that day with all filled in, and the member reads that it was dealt with', async () => {
    const { member, phone } = await resident('Noor Vertrek')
    await phone.post(here(member), { to: elsewhere, on: '2026-11-01', benefit: 'same' })
    await phone.post(`${here(member)}/vertellen`, { newTown: 'ja', share: '' })
    const desk = await signedIn(world, at.caseManager)
    const list = await textOf(desk, '/verhuizingen')
    const handled = (words: string) => desk.post(`/verhuizingen/${actionOf(list, 'Noor Vertrek')}`, { words })
    // What goes on must be withdrawn, or be explained.
    const refused = await handled('')
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Er loopt nog iets door na de dag van verhuizen')
    const withdraw = new RegExp(`/toestemmingen/[0-9a-f-]{36}/intrekking\\?verhuizing=${actionOf(list, 'Noor Vertrek')}`).exec(list)?.[0] ?? ''
    const form = await textOf(desk, withdraw)
    expect(form).toContain('value="2026-11-01"')
    expect(form).toContain('Je woont vanaf 1 november 2026 in een andere gemeente')
    expect(form).toContain('Awb 4:8, eerste lid, onder b')
    const [request = ''] = /\/toestemmingen\/[0-9a-f-]{36}/.exec(withdraw) ?? []
    expect(
      (
        await desk.post(`${request}/intrekking`, {
          from: '2026-11-01',
          reason: 'Je woont vanaf 1 november 2026 in een andere gemeente.',
          heard: 'De inwoner gaf de verhuizing zelf door (Awb 4:8, eerste lid, onder b).',
        })
      ).status,
    ).toBe(303)
    await sign(desk, request)
    await tenMinutesLater(world, at.municipality)
    expect(await textOf(desk, '/verhuizingen')).toContain('Er loopt bij jullie geen toestemming')
    expect((await handled('')).status).toBe(303)
    expect((await handled('')).status).toBe(409)
    await world.runJobs()
    expect(await textOf(phone, here(member))).toContain('handelde dit af op')
    expect(await textOf(phone, '/berichten')).toContain('De gemeente handelde een verhuizing af')
    // Dealt with there: calling it off is a matter of calling that town.
    expect((await phone.post(`${here(member)}/afblazen`)).status).toBe(409)
  })

  test('shares what was laid down only as chosen, and never the free words', async () => {
    const { member, phone } = await resident('Saar Deelt')
    await phone.post(here(member), { to: elsewhere, on: '2026-10-20', benefit: 'same' })
    await phone.post(`${here(member)}/vertellen`, { newTown: 'ja', share: 'ja' })
    const desk = await signedIn(world, newDesk)
    const page = await textOf(desk, '/verhuizingen')
    const card = page.slice(page.indexOf('Saar Deelt komt'))
    expect(card).toContain('De inwoner wil dat je het weet')
    expect(card).toContain('2 september 2026')
    expect(page).not.toContain('Geheim')
    // Dealt with by hand, or by itself once the request came.
    expect((await desk.post(`/verhuizingen/${actionOf(page, 'Saar Deelt')}`, { words: 'Welkom. Stuur de aanvraag maar.' })).status).toBe(303)
    expect(await textOf(phone, here(member))).toContain('Welkom. Stuur de aanvraag maar.')
  })

  test('written down by the coach it waits for the member; told by the coach only with how the member said so', async () => {
    const { member, phone } = await resident('Cas Coach')
    const coach = await signedIn(world, at.coach)
    expect((await coach.post(here(member), { to: 'elders', on: '2026-10-20', benefit: 'same' })).status).toBe(303)
    await world.runJobs()
    expect(await textOf(phone, '/mijn')).toContain('Lees wat we aan welke gemeente vertellen')
    expect((await coach.post(here(member), { to: elsewhere, on: '2026-10-21', benefit: 'same' })).status).toBe(409)
    expect((await coach.post(`${here(member)}/vertellen`, { authorisation: 'ja' })).status).toBe(422)
    const said = { authorisation: 'Samen gelezen op kantoor op 5 oktober, met handtekening.' }
    expect((await coach.post(`${here(member)}/vertellen`, said)).status).toBe(303)
    // A town that does not take part here hears nothing, and who pays is to be asked before anything is sold.
    expect(await textOf(await signedIn(world, newDesk), '/verhuizingen')).not.toContain('Cas Coach')
    expect(await trade(member, '2026-10-20')).toBe('unknownBenefit')
  })

  test('called off after it was told, the towns read that and the consent counts as before', async () => {
    const { member, phone } = await resident('Ties Terug')
    await phone.post(here(member), { to: elsewhere, on: '2026-10-20', benefit: 'same' })
    await phone.post(`${here(member)}/vertellen`, { newTown: 'ja', share: '' })
    await world.runJobs()
    expect(await trade(member, '2026-10-20')).toBe('elsewhere')
    expect((await phone.post(`${here(member)}/afblazen`)).status).toBe(303)
    await world.runJobs()
    expect(await trade(member, '2026-10-20')).toBe('may')
    const desk = await signedIn(world, at.caseManager)
    expect(await textOf(desk, '/verhuizingen')).not.toContain('Ties Terug')
    expect(await textOf(desk, '/berichten')).toContain('Een verhuizing die was doorgegeven gaat niet door')
    expect(await textOf(phone, here(member))).toContain('Dit ging niet door')
  })

  test('refuses the same town, a day too far and a member without a town; and another coach, member or town reads nothing', async () => {
    const { member, phone } = await resident('Wil Weigert')
    const tries: readonly [Record<string, string>, string][] = [
      [{ to: at.municipality, on: '2026-10-20', benefit: 'same' }, 'Deze gemeente betaalt de uitkering al'],
      [{ to: elsewhere, on: '2028-01-01', benefit: 'same' }, 'meer dan een jaar weg'],
    ]
    for (const [form, words] of tries) {
      const answer = await phone.post(here(member), form)
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain(words)
    }
    const free = await newMember(at, 'Vrij Lid')
    expect(await textOf(await signedIn(world, free), here(free))).toContain('Er is geen gemeente om iets te vertellen')
    expect((await (await signedIn(world, free)).get(here(member))).status).toBe(404)
    expect((await (await signedIn(world, at.treasurer)).get(here(member))).status).toBe(403)
    await phone.post(here(member), { to: elsewhere, on: '2026-10-20', benefit: 'same' })
    await phone.post(`${here(member)}/vertellen`, { newTown: '', share: '' })
    const desk = await signedIn(world, newDesk)
    expect(await textOf(desk, '/verhuizingen')).not.toContain('Wil Weigert')
    const notice = actionOf(await textOf(await signedIn(world, at.caseManager), '/verhuizingen'), 'Wil Weigert')
    expect((await desk.post(`/verhuizingen/${notice}`, { words: '' })).status).toBe(404)
    const colleague = await signedIn(world, await somebody(world, at.municipality, 'caseManager', 'Olaf Collega'))
    expect(await textOf(colleague, '/verhuizingen')).not.toContain('Wil Weigert')
    expect((await colleague.post(`/verhuizingen/${notice}`, { words: '' })).status).toBe(404)
  })

  test('is thrown away two years after its day, and not a day before', async () => {
    const { member, phone } = await resident('Gijs Gewist')
    await phone.post(here(member), { to: elsewhere, on: '2026-10-20', benefit: 'same' })
    await phone.post(`${here(member)}/vertellen`, { newTown: 'ja', share: '' })
    for (const [on, left] of [
      ['2028-10-20', true],
      ['2028-10-21', false],
    ] as const) {
      itIs(world, on)
      await asSystem(world.world, at.cooperative, 'relocation.forget', forgetRelocations)
      expect([on, (await textOf(await signedIn(world, at.coach), here(member))).includes('20 oktober 2026')]).toEqual([on, left])
    }
  })
})

/** The notice of somebody on the page of the desk. */
function actionOf(page: string, name: string): string {
  return /action="\/verhuizingen\/([0-9a-f-]{36})"/.exec(page.slice(page.indexOf(name)))?.[1] ?? ''
}
