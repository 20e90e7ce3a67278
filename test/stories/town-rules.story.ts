import { beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import type { PersonId } from '#rooms/access'
import { rulesOfTown } from '#rooms/consent'
import { asCoach, beginCast, coach, elders, officer, prepared, send, take, trialMember, wilgendam, world } from '../consent-cast.ts'
import { writes } from '../letters.ts'
import { as, itIs, signedIn, somebody } from '../world.ts'

let adviser: PersonId

beforeAll(async () => {
  await beginCast()
  adviser = await somebody(world, wilgendam, 'policyAdviser', 'Noor Visser')
})

const RULES = { from: '2026-01-01', ownWeeks: '6', committee: 'ja', backdateDays: '14', longestSuspensionWeeks: '8', fourEyes: 'ja' }
const SIGNING = {
  signedAs: 'teamleider Inkomen',
  signedName: 'T. de Wit',
  mandate: 'Mandaatbesluit 2025',
  address: 'Raadhuisplein 1\n9999 AB Wilgendam',
  contact: '',
}
const read = async (person: PersonId, path: string) => (await (await signedIn(world, person)).get(path)).text()

describe('the own rules of a municipality', () => {
  test('say what the law says until something is written down', async () => {
    const page = await read(adviser, '/eigen-regels')
    expect(page).toContain('Nu geldt alleen wat de wet zelf zegt')
    expect(page).toContain('8 weken (Awb 4:13 lid 2)')
  })

  test('are written down by the policy adviser, from a day on, and read by case managers; what counted before stays to be read', async () => {
    const desk = await signedIn(world, adviser)
    expect((await desk.post('/eigen-regels', { ...RULES, ...SIGNING, electronic: ['decision', 'question'] })).status).toBe(303)
    expect((await desk.post('/eigen-regels', { ...RULES, ...SIGNING, from: '2026-12-01', ownWeeks: '' })).status).toBe(303)
    const page = await read(officer, '/eigen-regels')
    for (const words of ['6 weken', 'teamleider Inkomen', '9999 AB Wilgendam', 'Een besluit op een aanvraag', 'Noor Visser', 'Vanaf 1 december 2026'])
      expect(page).toContain(words)
    expect(page).toContain('De beleidsadviseur van jullie gemeente houdt dit bij')
  })

  test('count on their own days, also for the cooperative, and not for another municipality', async () => {
    const weeks = (municipality: typeof wilgendam, on: string) =>
      as(world, asCoach(), 'consent.read', async (tx) => (await rulesOfTown(tx, municipality))(day(on)).ownWeeks)
    expect([await weeks(wilgendam, '2025-12-31'), await weeks(wilgendam, '2026-11-30'), await weeks(wilgendam, '2026-12-01')]).toEqual([null, 6, null])
    expect(await weeks(elders, '2026-11-30')).toBeNull()
  })

  test('a notice of delay does not lengthen the term of an own rule: the form says so, and the member may tell that it is late (Awb 4:14(1))', async () => {
    itIs(world, '2026-09-07')
    const { fourEyes: _, ...alone } = { ...RULES, ...SIGNING, from: '2026-09-07' }
    expect((await (await signedIn(world, adviser)).post('/eigen-regels', alone)).status).toBe(303)
    const member = await trialMember('Gijs')
    const id = await prepared(member)
    await send(member, id)
    await take(id)
    itIs(world, '2026-10-05')
    const desk = await signedIn(world, officer)
    const path = `/toestemmingen/${id}/uitstel`
    expect(await read(officer, path)).toContain('na 19 oktober 2026 zijn jullie te laat')
    expect((await writes(world, wilgendam, desk, path, { until: '2026-11-20', reason: 'Wij wachten op een advies.' })).status).toBe(303)
    itIs(world, '2026-10-20')
    expect(await read(member, `/toestemmingen/${id}`)).toContain('/ingebrekestelling')
    expect(await read(officer, `/toestemmingen/${id}`)).toContain('20 november 2026')
  })

  test('do not begin in the past once there are some, and what was typed stays', async () => {
    itIs(world, '2026-10-10')
    const desk = await signedIn(world, adviser)
    const answer = await desk.post('/eigen-regels', { ...RULES, ...SIGNING, from: '2026-10-09', mandate: 'Mandaatbesluit 2031' })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Kies 10 oktober 2026 of later')
    expect(page).toContain('Mandaatbesluit 2031')
  })

  test('are no business of a cooperative, and a case manager does not write them', async () => {
    expect((await (await signedIn(world, coach)).get('/eigen-regels')).status).toBe(403)
    const desk = await signedIn(world, officer)
    expect((await desk.get('/eigen-regels/wijzigen')).status).toBe(403)
    expect((await desk.post('/eigen-regels', { ...RULES, ...SIGNING })).status).toBe(403)
  })
})
