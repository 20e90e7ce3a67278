import { beforeAll, describe, expect, test } from 'vitest'
import type { RequestId } from '#rooms/consent'
import {
  beginCast,
  bloesem,
  coach,
  conditions,
  granted,
  officer,
  prepared,
  send,
  stranger,
  take,
  trade,
  trialMember,
  wilgendam,
  world,
} from '../consent-cast.ts'
import { writes } from '../letters.ts'
import { type Browser, itIs, signedIn, somebody } from '../world.ts'

beforeAll(beginCast)

const read = async (page: Browser, path: string) => {
  const answer = await page.get(path)
  expect([path, answer.status]).toEqual([path, 200])
  return answer.text()
}
const laidDown = {
  from: conditions.from,
  until: conditions.until,
  costKinds: 'material',
  statementRhythm: 'monthly',
  statementDay: '10',
  statementFulfilsDuty: 'on',
  legalBasis: 'pw-voorziening',
  other: '',
}
const reason = 'Mijn plan is wel klaar, zie de bijlage.'

async function sentRequest(name: string) {
  itIs(world, '2026-09-07')
  const member = await trialMember(name)
  const id: RequestId = await prepared(member)
  await send(member, id)
  await take(id)
  return { member, id, address: `/toestemmingen/${id}` }
}

async function refusedRequest(name: string) {
  const asked = await sentRequest(name)
  itIs(world, '2026-11-02')
  const desk = await signedIn(world, officer)
  expect(
    (await writes(world, wilgendam, desk, `${asked.address}/besluit`, { outcome: 'refused', on: '2026-11-02', reason: 'Het plan is nog niet rond.' })).status,
  ).toBe(303)
  return { ...asked, desk, own: await signedIn(world, asked.member) }
}

describe('more time', () => {
  test('a delay is told once, before the last day, with a letter; default only after the new day', async () => {
    const { member, address } = await sentRequest('Ada')
    itIs(world, '2026-11-02')
    const [own, desk] = [await signedIn(world, member), await signedIn(world, officer)]
    expect(await read(own, address)).not.toContain(`${address}/ingebrekestelling`)
    expect((await own.post(`${address}/uitstel`, { until: '2026-11-20', reason })).status).toBe(403)
    const none = await desk.post(`${address}/uitstel`, { until: '2026-11-02', reason })
    expect([none.status, await none.text()]).toEqual([422, expect.stringContaining('geen tijd bij')])
    expect((await writes(world, wilgendam, desk, `${address}/uitstel`, { until: '2026-11-20', reason: 'Wij wachten op een advies.' })).status).toBe(303)
    expect((await desk.post(`${address}/uitstel`, { until: '2026-11-27', reason: 'Wij wachten op een advies.' })).status).toBe(409)
    const letter = await read(own, `${address}/brief`)
    expect(letter).toContain('uiterlijk op 20 november 2026 (artikel 4:14 Awb)')
    expect(letter).not.toContain('artikel 6:7 Awb')
    itIs(world, '2026-11-20')
    expect((await own.post(`${address}/ingebrekestelling`)).status).toBe(409)
    itIs(world, '2026-11-21')
    expect(await read(own, address)).toContain(`${address}/ingebrekestelling`)
    expect((await own.post(`${address}/ingebrekestelling`)).status).toBe(303)
    expect((await own.post(`${address}/ingebrekestelling`)).status).toBe(409)
    expect(await read(desk, address)).toContain('Het lid schrijft dat de gemeente te laat is')
  })

  test('a question after the last day takes no right away: the member can still tell that the municipality is late', async () => {
    const { member, address } = await sentRequest('Eef')
    itIs(world, '2026-11-03')
    const [own, desk] = [await signedIn(world, member), await signedIn(world, officer)]
    const asked = { question: 'Welke stof gebruikt u?', answerBefore: '2026-11-24' }
    expect(await read(own, address)).toContain('De gemeente is te laat: zij moest uiterlijk op 2 november 2026 beslissen.')
    expect(await read(desk, `${address}/vraag`)).toContain('jullie blijven te laat')
    expect((await writes(world, wilgendam, desk, `${address}/vraag`, asked)).status).toBe(303)
    expect(await read(desk, `${address}/ingebrekestelling`)).not.toMatch(/Je kunt haar|je te laat/)
    const page = await read(own, address)
    expect(page).toContain('Welke stof gebruikt u?')
    expect(page).not.toContain('De tijd staat stil')
    expect((await own.post(`${address}/ingebrekestelling`)).status).toBe(303)
  })

  test('the member gives more time; the municipality writes down what came on paper, and nobody else', async () => {
    const { member, address } = await sentRequest('Bea')
    itIs(world, '2026-10-20')
    const own = await signedIn(world, member)
    expect(await read(own, `${address}/meer-tijd`)).toContain('tot en met 2 november 2026')
    expect((await own.post(`${address}/meer-tijd`, { until: '2026-11-16' })).status).toBe(303)
    expect(await read(own, address)).toContain('Het lid geeft de gemeente meer tijd')
    itIs(world, '2026-11-16')
    expect((await own.post(`${address}/ingebrekestelling`)).status).toBe(409)
    itIs(world, '2026-11-17')
    expect(await read(own, `${address}/ingebrekestelling`)).toContain('beslissen tot en met 16 november 2026')
    itIs(world, '2026-10-20')
    expect((await (await signedIn(world, coach)).post(`${address}/meer-tijd`, { until: '2026-12-16', on: '2026-10-20' })).status).toBe(403)
    expect((await (await signedIn(world, stranger)).post(`${address}/meer-tijd`, { until: '2026-12-16', on: '2026-10-20' })).status).toBe(404)
  })
})

describe('objection and appeal', () => {
  test('who objected tells that the decision on it is late, from the day after its last day, once (Awb 7:14, 4:17)', async () => {
    const { address, own, desk } = await refusedRequest('Dirk')
    const tell = `${address}/ingebrekestelling`
    itIs(world, '2026-11-16')
    expect((await own.post(`${address}/bezwaar`, { against: 'refused 2026-11-02', reason })).status).toBe(303)
    // Objecting is possible until 14 December, and the six weeks after it end on Monday 25 January.
    itIs(world, '2027-01-25')
    expect(await read(own, address)).not.toContain(tell)
    expect((await own.post(tell)).status).toBe(409)
    itIs(world, '2027-01-26')
    expect(await read(own, address)).toContain(tell)
    expect(await read(own, tell)).toContain('over het bezwaar beslissen tot en met 25 januari 2027')
    expect((await (await signedIn(world, stranger)).post(tell, { on: '2027-01-26' })).status).toBe(404)
    expect((await own.post(tell)).status).toBe(303)
    expect((await own.post(tell)).status).toBe(409)
    const page = await read(desk, address)
    expect(page).toContain('Over de beslissing op het bezwaar')
    expect(page).toContain('Betalen voor elke dag te laat')
    expect(page).not.toContain(tell)
  })

  test('a refusal is objected to, heard, put off and replaced by a consent that covers the days; then the court', async () => {
    const { member, address, own, desk } = await refusedRequest('Cor')
    itIs(world, '2026-11-16')
    expect(await read(own, `${address}/bezwaar`)).toContain('Zolang de gemeente nadenkt, blijft het besluit gelden')
    expect((await (await signedIn(world, coach)).get(`${address}/bezwaar`)).status).toBe(403)
    expect((await (await signedIn(world, stranger)).post(`${address}/bezwaar`, { against: 'refused 2026-11-02', reason, on: '2026-11-16' })).status).toBe(404)
    expect((await own.post(`${address}/bezwaar`, { against: 'refused 2026-11-02', reason })).status).toBe(303)
    expect((await own.post(`${address}/bezwaar`, { against: 'refused 2026-11-02', reason })).status).toBe(409)
    expect(await trade(member, '2026-11-16')).toMatchObject({ allowed: false })
    expect((await own.post(`${address}/beslissing-op-bezwaar`, { against: 'refused 2026-11-02', outcome: 'unfounded', on: '2026-11-16', reason })).status).toBe(
      403,
    )
    itIs(world, '2026-12-01')
    const about = { against: 'refused 2026-11-02' }
    expect((await desk.post(`${address}/hoorzitting`, { ...about, on: '2026-11-30', note: 'Gesproken op het gemeentehuis.' })).status).toBe(303)
    expect((await desk.post(`${address}/verdaging`, { ...about, weeks: '7', reason: 'Wij wachten op een advies.' })).status).toBe(422)
    expect((await writes(world, wilgendam, desk, `${address}/verdaging`, { ...about, weeks: '6', reason: 'Wij wachten op een advies.' })).status).toBe(303)
    expect((await desk.post(`${address}/verdaging`, { ...about, weeks: '1', reason: 'Wij wachten op een advies.' })).status).toBe(409)
    itIs(world, '2027-01-11')
    const founded = { ...about, outcome: 'founded', on: '2027-01-11', reason: 'Het plan is bij nader inzien rond.', ...laidDown }
    expect((await writes(world, wilgendam, desk, `${address}/beslissing-op-bezwaar`, founded)).status).toBe(303)
    expect((await desk.post(`${address}/beslissing-op-bezwaar`, founded)).status).toBe(409)
    expect(await trade(member, '2026-11-16')).toMatchObject({ allowed: true })
    expect(await read(own, `${address}?op=2026-11-16&bekend=2027-01-10`)).toContain('Er was geen toestemming')
    const letter = await read(own, `${address}/brief`)
    expect(letter).toContain('Nieuw besluit: u mag meedoen bij De Bloesem')
    expect(letter).toContain('beroep bij de rechtbank')
    expect(letter).toContain('Onze beslissing op uw bezwaar')
    const pdf = /href="([^"]+\/brief\/pdf[^"]+)"/.exec(letter)?.[1] ?? ''
    expect((await own.get(pdf)).headers.get('content-type')).toBe('application/pdf')
    itIs(world, '2027-01-12')
    expect((await desk.post(`${address}/beroep`, { ...about, on: '2027-01-12', note: 'Zaak 27/101, over de kosten.' })).status).toBe(303)
    expect((await desk.post(`${address}/uitspraak`, { ...about, on: '2027-01-12', outcome: 'unfounded', note: 'Het beroep slaagt niet.' })).status).toBe(303)
    expect(await read(own, address)).toContain('De rechtbank heeft uitspraak gedaan.')
  })

  test.each([
    ['2026-12-14', 303],
    ['2026-12-15', 422],
  ])('an objection without reason for being late on %s: %s', async (on, status) => {
    const { address, own } = await refusedRequest(`Dik ${on}`)
    itIs(world, on)
    const answer = await own.post(`${address}/bezwaar`, { against: 'refused 2026-11-02', reason, lateBecause: '' })
    expect(answer.status).toBe(status)
    if (status === 303) return
    expect(await answer.text()).toContain('De laatste dag was 14 december 2026')
    const late = { against: 'refused 2026-11-02', reason, lateBecause: 'Ik lag in het ziekenhuis.' }
    expect((await own.post(`${address}/bezwaar`, late)).status).toBe(303)
    expect(await read(await signedIn(world, officer), `${address}/beslissing-op-bezwaar`)).toContain('Ik lag in het ziekenhuis.')
  })

  test('founded against a suspension makes it void from its beginning', async () => {
    const { member, id } = await granted('Eef')
    itIs(world, '2027-01-25')
    const [own, desk] = [await signedIn(world, member), await signedIn(world, officer)]
    const address = `/toestemmingen/${id}`
    await writes(world, wilgendam, desk, `${address}/schorsing`, { from: '2027-02-01', reason: 'Er is te weinig gemeld.', heard: 'Gebeld op 20 januari.' })
    itIs(world, '2027-02-10')
    expect((await own.post(`${address}/bezwaar`, { against: 'suspended 2027-01-25', reason })).status).toBe(303)
    expect(await trade(member, '2027-02-05')).toMatchObject({ allowed: false, why: 'suspended' })
    const founded = { against: 'suspended 2027-01-25', outcome: 'founded', on: '2027-02-10', reason: 'Er was wel genoeg gemeld.', ...laidDown }
    expect((await writes(world, wilgendam, desk, `${address}/beslissing-op-bezwaar`, founded)).status).toBe(303)
    expect(await trade(member, '2027-02-05')).toMatchObject({ allowed: true })
  })
})

describe('a corrected decision', () => {
  test('comes in the place of the old one, which stays to be read', async () => {
    const { member, id } = await granted('Fem')
    itIs(world, '2026-11-20')
    const [own, desk] = [await signedIn(world, member), await signedIn(world, officer)]
    const address = `/toestemmingen/${id}`
    const right = { outcome: 'granted', on: '2026-11-20', reason: 'De laatste dag klopte niet.', ...laidDown, until: '2026-12-31' }
    expect((await own.post(`${address}/verbetering`, right)).status).toBe(403)
    expect((await (await signedIn(world, stranger)).post(`${address}/verbetering`, right)).status).toBe(404)
    expect((await desk.post(`${address}/verbetering`, { ...right, outcome: 'refused' })).status).toBe(409)
    expect((await desk.post(`${address}/verbetering`, { ...right, on: '2026-11-05' })).status).toBe(422)
    expect((await writes(world, wilgendam, desk, `${address}/verbetering`, right)).status).toBe(303)
    const same = await desk.post(`${address}/verbetering`, right)
    expect([same.status, await same.text()]).toEqual([422, expect.stringContaining('hetzelfde als in het vorige')])
    expect(await trade(member, '2026-12-31')).toMatchObject({ allowed: true })
    expect(await trade(member, '2027-01-01')).toMatchObject({ allowed: false, why: 'ended' })
    const letter = await read(own, `${address}/brief`)
    expect(letter).toContain('Dit besluit komt in de plaats van ons vorige besluit.')
    expect(letter).toContain('Ja, u mag meedoen bij De Bloesem')
    expect(await read(own, `${address}?op=2027-01-01&bekend=2026-11-19`)).toContain('Gold')
    const helper = await signedIn(world, await somebody(world, bloesem, 'coach', 'Lotte'))
    expect((await helper.get(address)).status).toBe(404)
  })
})

describe('before it is confirmed, each form says what it means', () => {
  const CHANGES_NOTHING = 'Voor geen enkele dag verandert wat er mag.'

  test('an objection, being heard, the court and its ruling change nothing; a founded objection opens the days that are filled in', async () => {
    const { address, desk, own, member } = await refusedRequest('Zoe')
    const WAITS = 'een bezwaar wacht op je beslissing'
    expect(await read(desk, `/inwoners/${member}`)).not.toContain(WAITS)
    expect(await read(own, `${address}/bezwaar`)).toContain(CHANGES_NOTHING)
    const against = 'refused 2026-11-02'
    expect((await own.post(`${address}/bezwaar`, { against, reason })).status).toBe(303)
    for (const path of ['hoorzitting', 'verdaging', 'bezwaar-intrekken']) expect(await read(desk, `${address}/${path}`), path).toContain(CHANGES_NOTHING)
    expect(await read(desk, `/inwoners/${member}`)).toContain(WAITS)
    const deciding = await read(desk, `${address}/beslissing-op-bezwaar`)
    expect(deciding, 'nobody chose yet').not.toMatch(/<input[^>]*name="outcome"[^>]* checked/)
    const [founded, otherwise] = deciding.split('Bij ongegrond en niet-ontvankelijk:')
    expect(founded).toContain('Werk mag worden verkocht. Dat mocht eerst niet.')
    expect(founded).toContain('Er komt een maandopgave bij voor')
    expect(otherwise).toContain(CHANGES_NOTHING)
    const decision = { against, outcome: 'unfounded', on: '2026-11-02', reason: 'Het plan is nog steeds niet rond.' }
    expect((await writes(world, wilgendam, desk, `${address}/beslissing-op-bezwaar`, decision)).status).toBe(303)
    expect(await read(desk, `/inwoners/${member}`)).not.toContain(WAITS)
    expect(await read(desk, `${address}/beroep`)).toContain(CHANGES_NOTHING)
    expect((await desk.post(`${address}/beroep`, { against, on: '2026-11-02', note: 'Zaak 26/1203, beroepschrift.' })).status).toBe(303)
    const ruling = await read(desk, `${address}/uitspraak`)
    expect(ruling).toContain(CHANGES_NOTHING)
    expect(ruling, 'nobody chose yet').not.toMatch(/<input[^>]*name="outcome"[^>]* checked/)
  })

  test('a founded objection to a suspension opens its days again, whatever is filled in below', async () => {
    const { id } = await granted('Yara')
    itIs(world, '2027-02-01')
    const [desk, address] = [await signedIn(world, officer), `/toestemmingen/${id}`]
    const suspension = { from: '2027-02-08', until: '2027-02-21', reason: 'Twee weken in het ziekenhuis.', heard: 'Gebeld op 1 februari.' }
    expect((await writes(world, wilgendam, desk, `${address}/schorsing`, suspension)).status).toBe(303)
    expect((await desk.post(`${address}/bezwaar`, { against: 'suspended 2027-02-01', on: '2027-02-01', reason })).status).toBe(303)
    const deciding = await read(desk, `${address}/beslissing-op-bezwaar`)
    expect(deciding).toMatch(/8 februari 2027 tot en met 21 februari 2027[\s\S]*Werk mag worden verkocht\. Dat mocht eerst niet\./)
  })
})
