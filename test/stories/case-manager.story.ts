import { beforeAll, describe, expect, test } from 'vitest'
import { addMonths, day } from '#kit/day.ts'
import type { MemberId } from '#rooms/access'
import { prepareRequest, type RequestId, requestLines, sendRequest, versionOf } from '#rooms/consent'
import { asCaseManager, asMember, newMember, type Village, village, withConsent } from '../village.ts'
import { as, type Browser, itIs, signedIn, testWorld } from '../world.ts'

let at: Village
let sem: MemberId
let lot: MemberId
let desk: Browser
let first: RequestId
let renewal: RequestId

const facts = { work: 'Kleding maken', plan: 'Gordijnen en kleding voor mensen in de buurt.', costKinds: ['material'] }
const page = async (path: string, browser = desk) => {
  const answer = await browser.get(path)
  expect([path, answer.status]).toEqual([path, 200])
  return answer.text()
}

beforeAll(async () => {
  at = await village(await testWorld(), '2026-09-01')
  sem = await newMember(at, 'Zoë Smit', 'participatiewetOwn')
  lot = await newMember(at, 'Lot Loos', 'participatiewetOwn')
  await withConsent(at, sem, '2026-09-10', { payOutAllowed: true, statementRhythm: 'quarterly', statementDay: 15, legalBasis: 'pw-plan', other: 'Eén kraam.' })
  await withConsent(at, lot, '2026-09-10')
  desk = await signedIn(at.world, at.caseManager)
  first = (await as(at.world, asCaseManager(at), 'consent.read', (tx, permit) => requestLines(tx, permit, sem)))[0]?.request.id as RequestId
})

describe('a renewal', () => {
  beforeAll(async () => {
    itIs(at.world, '2027-08-20')
    const wanted = { ...facts, wantedFrom: day('2027-09-01'), wantedUntil: addMonths(day('2027-09-01'), 12), member: sem, renews: first }
    renewal = await as(at.world, asMember(at, sem), 'consent.prepare', (tx, permit) => prepareRequest(tx, permit, wanted))
    await as(at.world, asMember(at, sem), 'consent.send', (tx, permit) => sendRequest(tx, permit, renewal, versionOf(wanted)))
    desk = await signedIn(at.world, at.caseManager)
  })

  test('says to both sides that the earlier consent still counts, not that there is none', async () => {
    for (const browser of [desk, await signedIn(at.world, sem), await signedIn(at.world, at.coach)]) {
      const seen = await page(`/toestemmingen/${renewal}`, browser)
      expect(seen).toContain('De eerdere toestemming geldt nog tot en met 10 september 2027.')
      expect(seen).toContain(`href="/toestemmingen/${first}"`)
      expect(seen).not.toContain('Geen toestemming')
    }
  })

  test('is decided beside what runs now, with its conditions filled in and from the day after it', async () => {
    const form = await page(`/toestemmingen/${renewal}/besluit`)
    expect(form).toContain('Wat er nu geldt')
    expect(form).toMatch(/<input[^>]*name="from"[^>]*value="2027-09-11"|<input[^>]*value="2027-09-11"[^>]*name="from"/)
    expect(form).toMatch(/<option[^>]*value="quarterly"[^>]*selected|<option[^>]*selected[^>]*value="quarterly"/)
    expect(form).toMatch(/<option[^>]*value="pw-plan"[^>]*selected|<option[^>]*selected[^>]*value="pw-plan"/)
    expect(form).toContain('Eén kraam.')
    expect(form).toMatch(/<input[^>]*name="payOutAllowed"[^>]*checked/)
  })

  test('when the earlier one ended, says that there is none', async () => {
    itIs(at.world, '2027-09-11')
    desk = await signedIn(at.world, at.caseManager)
    expect(await page(`/toestemmingen/${renewal}`)).toContain('Geen toestemming')
    expect(await page(`/toestemmingen/${renewal}/besluit`)).toContain('Wat er hiervoor gold')
  })
})

describe('the list of cases', () => {
  test('is searched by name and by the own reference, on the server', async () => {
    expect(await page('/toestemmingen?zoek=zoe')).not.toContain('Lot Loos')
    const byReference = await page('/toestemmingen?zoek=w-2026-118')
    expect([byReference.includes('Zoë Smit'), byReference.includes('Lot Loos')]).toEqual([true, true])
    const nobody = await page(`/toestemmingen?zoek=${encodeURIComponent('<b>niemand')}`)
    expect(nobody).toContain('Er is niets gevonden met')
    expect(nobody).not.toContain('<b>niemand')
    expect(await page('/toestemmingen?pagina=99')).toContain('Lot Loos')
    expect(await page('/toestemmingen?pagina=x')).toContain('Lot Loos')
  })
})
