import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kit/day.ts'
import type { MemberId, OrganisationId, PersonId, Role } from '#rooms/access'
import { changeConsent, requestLines } from '#rooms/consent'
import { asCaseManager, newMember, type Village, village, withConsent } from '../village.ts'
import { as, type Browser, browser, found, itIs, signedIn, somebody, type TestWorld, testWorld } from '../world.ts'

let world: TestWorld
let at: Village
let member: MemberId
let request: string
let stranger: PersonId

const OWN = '/plan-van-aanpak'
const coachAt = () => `/leden/${member}${OWN}`
const caseAt = () => `/toestemmingen/${request}${OWN}`
const textOf = async (one: Browser, path: string) => (await one.get(path)).text()

beforeAll(async () => {
  world = await testWorld()
  at = await village(world, '2026-11-02')
  member = await newMember(at, 'Samira Plan', 'participatiewetOwn')
  await withConsent(at, member, '2026-11-02')
  const [line] = await as(world, asCaseManager(at), 'consent.read', (tx, permit) => requestLines(tx, permit))
  request = line?.request.id ?? ''
  stranger = await somebody(world, await found(world, 'municipality', 'Gemeente Elders'), 'caseManager', 'Bart Elders')
})

/** The hidden fields of the plan on a page: what its reader had seen. */
async function pageOf(one: Browser, path: string): Promise<Record<string, string>> {
  const html = await textOf(one, path)
  return Object.fromEntries([...html.matchAll(/name="((?:\w+Base)|seen)" value="(\d+)"/g)].map(([, name = '', value = '']) => [name, value]))
}

/** Opens the page on a device; gives what saves from it, however much later. */
async function device(who: PersonId, path: string) {
  const one = await signedIn(world, who)
  let shown = await pageOf(one, path)
  const html = await textOf(one, path)
  const current: Record<string, string> = {}
  for (const [, name = '', value = ''] of html.matchAll(/<textarea[^>]*name="(\w+)"[^>]*>([^<]*)<\/textarea>/g)) current[name] = value
  return {
    one,
    save: (fields: Record<string, string | readonly string[]>, key?: string) => one.post(path, { ...shown, ...current, ...fields }, key),
    reload: async () => {
      shown = await pageOf(one, path)
    },
  }
}

describe('a plan that three people write together', () => {
  test('two devices on different parts keep both, whoever saves first', async () => {
    const [phone, laptop] = [await device(member, OWN), await device(at.coach, coachAt())]
    expect((await phone.save({ goal: 'Gordijnen naaien voor de buurt', step1: 'Stof kopen', step1Who: 'member', step1Due: '2026-12-01' })).status).toBe(303)
    expect((await laptop.save({ support: 'Een rustige werkplek', agreements: 'We bellen elke maandag' })).status).toBe(303)
    const page = await textOf(phone.one, OWN)
    for (const words of ['Gordijnen naaien voor de buurt', 'Stof kopen', 'Een rustige werkplek', 'We bellen elke maandag']) expect(page).toContain(words)
    expect(page).not.toContain('Hier staan twee teksten')
    expect(page).toContain('Nieuw sinds je laatste keer')
  })

  test('two devices on the same part: both texts stand there, nothing typed is lost, until somebody works it in', async () => {
    const [phone, laptop] = [await device(member, OWN), await device(at.coach, coachAt())]
    await phone.save({ strengths: 'Ik naai al tien jaar' })
    const late = await laptop.save({ strengths: 'Naait, en kan goed uitleggen' })
    expect(late.headers.get('location')).toBe(`${coachAt()}?twee`)
    const page = await textOf(phone.one, OWN)
    for (const words of ['Hier staan twee teksten', 'Ik naai al tien jaar', 'Naait, en kan goed uitleggen']) expect(page).toContain(words)
    expect((await phone.one.post(`${OWN}/vastleggen`, {})).status).toBe(422)
    const nr = /name="strengthsSettles" value="(\d+)"|value="(\d+)"[^>]*name="strengthsSettles"/.exec(page)
    const again = await device(member, OWN)
    await again.save({ strengths: 'Ik naai al tien jaar en kan goed uitleggen', strengthsSettles: nr?.[1] ?? nr?.[2] ?? '' })
    const after = await textOf(phone.one, OWN)
    expect(after).not.toContain('Hier staan twee teksten')
    expect(after).toContain('Wat er eerder stond')
    expect(after).toContain('Naait, en kan goed uitleggen')
  })

  test('at the same moment: two transactions, and neither goes over the other', async () => {
    const [phone, laptop] = [await device(member, OWN), await device(at.coach, coachAt())]
    const answers = await Promise.all([phone.save({ agreements: 'Eén' }), laptop.save({ agreements: 'Twee' })])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect(answers.filter((each) => each.headers.get('location')?.endsWith('?twee'))).toHaveLength(1)
    const page = await textOf(phone.one, OWN)
    expect(page).toContain('Eén')
    expect(page).toContain('Twee')
    const settle = await device(member, OWN)
    const [, nr = ''] = /id="v-agreementsSettles"[^>]*value="(\d+)"/.exec(page) ?? []
    await settle.save({ agreements: 'Eén en twee', agreementsSettles: nr })
  })

  test('two new steps at once: each keeps its own who and day', async () => {
    const [phone, laptop] = [await device(member, OWN), await device(at.coach, coachAt())]
    await Promise.all([
      phone.save({ step2: 'Etiketten maken', step2Who: 'member', step2Due: '2026-12-05' }),
      laptop.save({ step2: 'Cursus zoeken', step2Who: 'coach', step2Due: '2027-01-10' }),
    ])
    const rows = await world.world.database.pool.query(
      `select words, who, due_on::text as due from coaching.plan_text t join coaching.plan p on p.tenant = t.tenant and p.id = t.plan
       where p.member = $1 and words in ('Etiketten maken', 'Cursus zoeken') and not beside order by words`,
      [member],
    )
    expect(rows.rows).toEqual([
      { words: 'Cursus zoeken', who: 'coach', due: '2027-01-10' },
      { words: 'Etiketten maken', who: 'member', due: '2026-12-05' },
    ])
  })

  test('a refused text keeps what was typed and what its writer had seen', async () => {
    const [phone, laptop] = [await device(member, OWN), await device(at.coach, coachAt())]
    await laptop.save({ support: 'Een rustige werkplek met licht' })
    const refused = await phone.save({ support: 'BSN 111222333' })
    expect(refused.status).toBe(422)
    const page = await refused.text()
    expect(page).toContain('BSN 111222333')
    const base = /name="supportBase" value="(\d+)"/.exec(page)?.[1] ?? ''
    expect(Number(base)).toBeGreaterThan(0)
    // Sent once more from that page, it does not go over what the coach wrote meanwhile.
    const second = await phone.one.post(OWN, { seen: '1', supportBase: base, support: 'Een werkplek in het buurthuis' })
    expect(second.headers.get('location')).toBe(`${OWN}?twee`)
    const settle = await textOf(phone.one, OWN)
    const [, nr = ''] = /id="v-supportSettles"[^>]*value="(\d+)"/.exec(settle) ?? []
    await (await device(member, OWN)).save({ support: 'Een werkplek met licht in het buurthuis', supportSettles: nr })
  })

  test('what is new stays until its reader says so', async () => {
    const phone = await device(member, OWN)
    const laptop = await device(at.coach, coachAt())
    await laptop.save({ review: '2027-02-01' })
    for (const _ of [1, 2]) expect(await textOf(phone.one, OWN)).toContain('Nieuw sinds je laatste keer')
    const { seen = '' } = await pageOf(phone.one, OWN)
    await phone.one.post(`${OWN}/gelezen`, { seen })
    expect(await textOf(phone.one, OWN)).not.toContain('Nieuw sinds je laatste keer')
  })
})

describe('the municipality', () => {
  test('takes part only once the member lets it, writes along, and its look is told', async () => {
    const desk = await signedIn(world, at.caseManager)
    expect(await textOf(desk, caseAt())).toContain('Je doet nog niet mee')
    expect((await desk.post(caseAt(), { seen: '0', goalBase: '0', goal: 'Binnengedrongen' })).status).toBe(404)
    const phone = await signedIn(world, member)
    expect((await phone.post(`${OWN}/gemeente`)).status).toBe(303)
    const office = await device(at.caseManager, caseAt())
    const page = await textOf(office.one, caseAt())
    expect(page).toContain('Gordijnen naaien voor de buurt')
    expect(page).not.toContain('Marleen Visser')
    expect((await office.save({ agreements: 'Eén en twee. De gemeente betaalt de cursus.' })).status).toBe(303)
    expect(await textOf(phone, OWN)).toContain('De gemeente betaalt de cursus')
    expect(await textOf(phone, '/wie-keek')).toContain('Wilgendam')
  })

  test('of another town, a colleague without the case, and every other role see nothing', async () => {
    expect((await (await signedIn(world, stranger)).get(caseAt())).status).toBe(404)
    const colleague = await somebody(world, at.municipality, 'caseManager', 'Olaf Collega')
    expect((await (await signedIn(world, colleague)).get(caseAt())).status).toBe(404)
    for (const person of [at.treasurer, at.board]) {
      const one = await signedIn(world, person)
      for (const path of [OWN, coachAt(), `${coachAt()}/pdf`]) expect((await one.get(path)).status).toBe(403)
    }
    const fellow = await signedIn(world, await newMember(at, 'Mats Mede', 'participatiewetOwn'))
    expect((await fellow.get(coachAt())).status).toBe(404)
  })

  test('row security alone keeps another town out, and one that the member let out', async () => {
    const seen = (organisation: OrganisationId) =>
      world.world.database.unit({ role: 'opbloei_app', organisation, person: null }, (tx) =>
        tx
          .selectFrom('coaching.plan_text')
          .select('words')
          .execute()
          .then((rows) => rows.length),
      )
    const elsewhere = await found(world, 'municipality', 'Gemeente Verder')
    expect(await seen(elsewhere)).toBe(0)
    expect(await seen(at.municipality)).toBeGreaterThan(0)
    const phone = await signedIn(world, member)
    await phone.post(`${OWN}/gemeente/einde`)
    expect(await seen(at.municipality)).toBe(0)
    expect(await textOf(await signedIn(world, at.caseManager), caseAt())).toContain('Je doet nog niet mee')
    await phone.post(`${OWN}/gemeente`)
  })
})

describe('signing', () => {
  const sheet = async (one: Browser, path: string) => {
    const html = await textOf(one, path)
    const value = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? ''
    return { html, form: { version: value('version'), hash: value('hash') } }
  }
  const sign = async (one: Browser, path: string, name: string) => one.post(path, { ...(await sheet(one, path)).form, name, agreed: 'ja' })
  let link: string

  test('each signs the same text, also without an account, and a fingerprint ties them', async () => {
    const laptop = await signedIn(world, at.coach)
    expect((await laptop.post(`${coachAt()}/vastleggen`, { otherName: 'Bo Buurt', otherEmail: 'bo@buurt.example' })).status).toBe(303)
    expect((await laptop.post(`${coachAt()}/vastleggen`, {})).status).toBe(409)
    await world.runJobs()
    const phone = await signedIn(world, member)
    expect(await textOf(phone, '/mijn')).toContain('Lees en teken je plan van aanpak')
    const { rows } = await world.world.database.pool.query<{ body: string }>("select body from kit.mail where to_address = 'bo@buurt.example'")
    link = new URL(/https?:\S+\/tekenen\/\S+/.exec(rows[0]?.body ?? '')?.[0] ?? '').pathname
    const stored = await world.world.database.pool.query<{ token_hash: string }>('select token_hash from coaching.plan_signer where email is not null')
    expect(stored.rows.map((row) => row.token_hash)).toEqual([
      createHash('sha256')
        .update(link.split('/').at(-1) ?? '')
        .digest('hex'),
    ])
    expect((await phone.post(`${OWN}/tekenen`, { ...(await sheet(phone, `${OWN}/tekenen`)).form, name: 'Samira', agreed: '' })).status).toBe(422)
    expect((await sign(phone, `${OWN}/tekenen`, 'Samira Plan')).status).toBe(303)
    expect((await sign(laptop, `${coachAt()}/tekenen`, 'Marleen Visser')).status).toBe(303)
    expect((await sign(await signedIn(world, at.caseManager), `${caseAt()}/tekenen`, 'Ilse van Rooij')).status).toBe(303)
    expect(await textOf(phone, OWN)).toContain('ligt klaar om te tekenen')
    const visitor = browser(world)
    expect((await sheet(visitor, link)).html).toContain('Gordijnen naaien voor de buurt')
    expect((await sign(visitor, link, 'Bo Buurt')).status).toBe(303)
    expect(await textOf(phone, OWN)).toContain('Iedereen tekende versie 1')
    const hashes = await world.world.database.pool.query<{ hash: string }>(
      'select distinct g.hash from coaching.plan_signature g join coaching.plan p on p.tenant = g.tenant and p.id = g.plan where p.member = $1',
      [member],
    )
    expect(hashes.rows).toHaveLength(1)
  })

  test('the paper is a PDF for people who hear it read', async () => {
    const phone = await signedIn(world, member)
    const answer = await phone.get(`${OWN}/pdf`)
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    const bytes = Buffer.from(await answer.arrayBuffer()).toString('latin1')
    expect(bytes.startsWith('%PDF-')).toBe(true)
    expect(bytes).toContain('pdfuaid')
  })

  test('a change asks for a new version that all sign again; the old one cannot be signed any more', async () => {
    const before = await sheet(await signedIn(world, member), `${OWN}/tekenen`)
    const phone = await device(member, OWN)
    await phone.save({ goal: 'Gordijnen en kleding naaien voor de buurt' })
    expect(await textOf(phone.one, OWN)).toContain('Er is iets veranderd na versie 1')
    expect((await phone.one.post(`${OWN}/vastleggen`, {})).status).toBe(303)
    expect(before.html).toContain('Je hebt getekend')
    const old = await world.world.database.pool.query<{ hash: string }>(
      'select hash from coaching.plan_version where version = 1 order by frozen_at desc limit 1',
    )
    const late = await phone.one.post(`${OWN}/tekenen`, { version: '1', hash: old.rows[0]?.hash ?? '', name: 'Samira', agreed: 'ja' })
    expect(late.status).toBe(409)
    expect(await textOf(browser(world), link)).toContain('Je hebt getekend')
    expect((await sign(phone.one, `${OWN}/tekenen`, 'Samira Plan')).status).toBe(303)
  })

  test('a link opens one version and nothing else, and ends after its last day', async () => {
    await (await device(member, OWN)).save({ goal: 'Kleding naaien' })
    await (await signedIn(world, member)).post(`${OWN}/vastleggen`, { otherName: 'Kim', otherEmail: 'kim@buurt.example' })
    const { rows } = await world.world.database.pool.query<{ body: string }>("select body from kit.mail where to_address = 'kim@buurt.example'")
    const fresh = new URL(/https?:\S+\/tekenen\/\S+/.exec(rows[0]?.body ?? '')?.[0] ?? '').pathname
    const token = createHash('sha256')
      .update(fresh.split('/').at(-1) ?? '')
      .digest('hex')
    const counts = await world.world.database.unit({ role: 'opbloei_app', organisation: null, person: null }, async (tx) => {
      const { sql } = await import('kysely')
      await sql`select set_config('app.token', ${token}, true)`.execute(tx)
      const count = async (table: string) => Number((await sql<{ n: bigint }>`select count(*) as n from ${sql.table(table)}`.execute(tx)).rows[0]?.n)
      return [await count('coaching.plan_version'), await count('coaching.plan_signer'), await count('coaching.plan_text'), await count('members.member')]
    })
    expect(counts).toEqual([1, 1, 0, 0])
    expect((await browser(world).get(`${fresh.slice(0, -4)}AAAA`)).status).toBe(404)
    itIs(world, '2026-11-16')
    expect(await textOf(browser(world), fresh)).toContain('Teken dit plan')
    itIs(world, '2026-11-17')
    const over = await textOf(browser(world), fresh)
    expect(over).toContain('Deze link is afgelopen')
    expect(over).not.toContain('Kleding naaien')
  })

  test('once no request or consent is there the municipality has no part, in reading and in writing', async () => {
    const officer = { person: at.caseManager, organisation: at.municipality, role: 'caseManager' as Role }
    await as(world, officer, 'consent.change', (tx, permit) =>
      changeConsent(tx, permit, request as Parameters<typeof changeConsent>[2], {
        kind: 'consentWithdrawn',
        from: day('2026-11-17'),
        reason: 'Samira begint een eigen zaak.',
        heard: 'We spraken elkaar op 16 november aan de telefoon.',
      }),
    )
    const desk = await signedIn(world, at.caseManager)
    const page = await textOf(desk, caseAt())
    expect(page).toContain('Er loopt geen aanvraag of toestemming')
    expect(page).not.toContain('naaien')
    expect((await desk.post(caseAt(), { seen: '0', goalBase: '0', goal: 'Nog iets' })).status).toBe(409)
    expect((await desk.get(`${caseAt()}/pdf`)).status).toBe(404)
  })
})
